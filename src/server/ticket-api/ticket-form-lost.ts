import type { Context } from 'hono';
import type { Language } from '../../core/article/browser.ts';
import { clientOf, type AppEnv, type SentForm } from '../http/index.ts';
import { ASKING, findTickets, sendCode, TRYING } from './ticket-access.ts';
import { drawPage, tooManyIn, type FormLocals } from './ticket-form-page.ts';
import { waitFor, type TicketParts } from './ticket-parts.ts';
import { accessCodeSchema, emailSchema } from './ticket-request.ts';

/** Leads from a mailbox over a code to the links of its tickets; nothing of it stands in an address. */
export async function takeLostLinkForm(
  c: Context<AppEnv>,
  parts: TicketParts,
  lang: Language,
  sent: SentForm,
): Promise<Response> {
  const draw = (lostLink: NonNullable<FormLocals['lostLink']>, status = 200) =>
    drawPage(c, parts, { lostLink }, status);
  const typed = sent.field('email').trim();
  const isCode = sent.field('do') === 'code';
  const back = { step: isCode ? 'code' : 'ask', email: typed, isWrong: false } as const;
  if (sent.kind === 'refused') {
    // A mailbox and six digits are never too long.
    const reason = sent.reason === 'busy' ? 'busy' : 'unreadable';
    return draw({ ...back, step: 'ask', refusal: { reason } }, sent.status);
  }
  const email = emailSchema.safeParse(typed);
  if (!email.success) return draw({ step: 'ask', email: typed, isWrong: true }, 422);
  const seconds = await waitFor(parts, isCode ? TRYING : ASKING, clientOf(c, parts));
  if (seconds > 0) return draw({ ...back, refusal: tooManyIn(seconds) }, 429);
  const step = { step: 'code', email: email.data } as const;
  if (!isCode) {
    sendCode(parts, email.data, lang);
    return draw({ ...step, isWrong: false });
  }
  const code = sent.field('code').replace(/\s/g, '');
  const given = accessCodeSchema.safeParse({ email: email.data, code });
  const found = given.success ? await findTickets(parts, email.data, given.data.code) : undefined;
  if (!found) return draw({ ...step, isWrong: true }, 422);
  return draw({ step: 'found', tickets: found });
}
