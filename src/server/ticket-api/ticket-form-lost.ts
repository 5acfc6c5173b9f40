import type { Context } from 'hono';
import type { Language } from '../../core/article/browser.ts';
import { clientOf, readForm, type AppEnv } from '../http/index.ts';
import { ASKING, findTickets, sendCode, TRYING } from './ticket-access.ts';
import { drawPage } from './ticket-form-page.ts';
import { refuseBeyond, type TicketParts } from './ticket-parts.ts';
import { accessCodeSchema, emailSchema } from './ticket-request.ts';

/** Leads from a mailbox over a code to the links of its tickets; nothing of it stands in an address. */
export async function takeLostLinkForm(
  c: Context<AppEnv>,
  parts: TicketParts,
  lang: Language,
): Promise<Response> {
  const sent = await readForm(c, 0);
  if (sent instanceof Response) return sent;
  const email = emailSchema.safeParse(sent.field('email'));
  if (!email.success) return drawPage(c, parts, { lostLink: { step: 'ask' } }, 422);
  const isCode = sent.field('do') === 'code';
  const refusal = await refuseBeyond(parts, isCode ? TRYING : ASKING, clientOf(c, parts));
  if (refusal) return refusal;
  const step = { step: 'code', email: email.data } as const;
  if (!isCode) {
    sendCode(parts, email.data, lang);
    return drawPage(c, parts, { lostLink: { ...step, isWrong: false } });
  }
  const given = accessCodeSchema.safeParse({
    email: email.data,
    code: sent.field('code').replace(/\s/g, ''),
  });
  const found = given.success ? await findTickets(parts, email.data, given.data.code) : undefined;
  if (!found) return drawPage(c, parts, { lostLink: { ...step, isWrong: true } }, 422);
  return drawPage(c, parts, { lostLink: { step: 'found', tickets: found } });
}
