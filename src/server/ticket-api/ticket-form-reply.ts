import type { Context } from 'hono';
import type { Language } from '../../core/article/browser.ts';
import type { TicketFormProblem } from '../../core/ticket/index.ts';
import { problemResponse, readForm, type AppEnv, type SentForm } from '../http/index.ts';
import { LONGEST_TEXT, type TicketThread } from '../ticket/index.ts';
import { viewOf } from './ticket-answer.ts';
import { hasRoom } from './ticket-files.ts';
import { storeFiles } from './ticket-form-files.ts';
import { drawPage, keyOf, leadTo } from './ticket-form-page.ts';
import { refuseBeyond, type TicketParts } from './ticket-parts.ts';
import { ticketPath } from './ticket-path.ts';
import { judgementSchema, MESSAGES, MOST_FILES } from './ticket-request.ts';
import { coverSecrets } from './ticket-secrets.ts';
import { tokenOf } from './ticket-token.ts';

interface Draft {
  readonly text: string;
  readonly problem: TicketFormProblem;
}

/** The page of a ticket as it is now; without one, the page says that the link opens none. */
export async function drawTicket(c: Context<AppEnv>, parts: TicketParts, draft?: Draft): Promise<Response> {
  const token = tokenOf(c);
  const thread = token === undefined ? undefined : await parts.tickets.readOwn(token);
  if (!thread || token === undefined) return drawPage(c, parts, {}, 404);
  const view = await viewOf(thread, token, parts);
  const ticket = { token, view, key: crypto.randomUUID(), ...(draft && { draft }) };
  return drawPage(c, parts, { ticket }, draft ? 422 : undefined);
}

/** Takes an answer or a judgement from the page of a ticket. */
export async function takeTicketForm(
  c: Context<AppEnv>,
  parts: TicketParts,
  lang: Language,
): Promise<Response> {
  const token = tokenOf(c);
  const thread = token === undefined ? undefined : await parts.tickets.readOwn(token);
  if (!thread || token === undefined) return drawTicket(c, parts);
  const sent = await readForm(c, MOST_FILES);
  if (sent instanceof Response) return sent;
  const refusal = await refuseBeyond(parts, MESSAGES, token);
  if (refusal) return refusal;
  if (sent.field('do') === 'erase') {
    // Without the tick nothing happens: it cannot be undone.
    if (sent.field('sure') === 'yes') await parts.subjects.erase({ ticket: thread.ticket.id });
    return leadTo(c, ticketPath(lang, token));
  }
  const answer =
    sent.field('do') === 'judge'
      ? await judge(parts, token, sent)
      : await reply(c, parts, { token, thread, sent });
  return answer ?? leadTo(c, ticketPath(lang, token));
}

async function reply(
  c: Context<AppEnv>,
  parts: TicketParts,
  { token, thread, sent }: { readonly token: string; readonly thread: TicketThread; readonly sent: SentForm },
): Promise<Response | undefined> {
  const text = sent.field('text').replaceAll('\0', '').toWellFormed().trim();
  const { text: plain, covered } = coverSecrets(text);
  if (text === '') return drawTicket(c, parts, { text, problem: 'missing' });
  if (text.length > LONGEST_TEXT) return drawTicket(c, parts, { text, problem: 'too-long' });
  if (covered.length > 0) return drawTicket(c, parts, { text: plain, problem: 'secret' });
  const bytes = sent.files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (!hasRoom(thread, bytes)) return drawTicket(c, parts, { text, problem: 'file-size' });
  const files = await storeFiles(c, parts, sent.files);
  if (files.kind === 'refused') return files.answer;
  if (files.kind === 'problem') return drawTicket(c, parts, { text, problem: files.problem });
  // Other words under the same key are another message; the files have other ids each time they are sent.
  const repeatable = { key: JSON.stringify(['form', keyOf(sent.field('key')), text]), body: text };
  await parts.tickets.replyOwn(token, { text, attachments: files.ids }, repeatable);
  return undefined;
}

async function judge(parts: TicketParts, token: string, sent: SentForm): Promise<Response | undefined> {
  const solved = sent.field('solved');
  const given = ['guide', 'rating', 'comment'].filter((name) => sent.field(name) !== '');
  const judgement = judgementSchema.safeParse({
    ...Object.fromEntries(given.map((name) => [name, sent.field(name).replaceAll('\0', '')])),
    ...(solved !== '' && { solved: solved === 'true' }),
  });
  if (!judgement.success) return problemResponse(400, 'Nothing was chosen. Go back, and choose one of them.');
  const { guide, rating, comment, solved: isSolved } = judgement.data;
  await parts.tickets.judgeOwn(token, {
    ...(isSolved !== undefined && { solved: isSolved }),
    ...(guide !== undefined && { guide }),
    ...(rating && { rating }),
    ...(comment !== undefined && { comment: coverSecrets(comment).text }),
  });
  return undefined;
}
