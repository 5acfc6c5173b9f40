import type { Context } from 'hono';
import type { Language } from '../../core/article/browser.ts';
import type { TicketFormProblem } from '../../core/ticket/index.ts';
import { refuseForm, type AppEnv, type RefusedForm, type SentForm, type TakenForm } from '../http/index.ts';
import { LONGEST_TEXT, type TicketThread } from '../ticket/index.ts';
import { viewOf } from './ticket-answer.ts';
import { hasRoom } from './ticket-files.ts';
import { hadFiles, storeFiles } from './ticket-form-files.ts';
import { drawPage, keyOf, leadTo, tooManyIn, type FormLocals } from './ticket-form-page.ts';
import { waitFor, type TicketParts } from './ticket-parts.ts';
import { ticketPath } from './ticket-path.ts';
import { judgementSchema, LONGEST_COMMENT, MESSAGES } from './ticket-request.ts';
import { coverSecrets } from './ticket-secrets.ts';
import { tokenOf } from './ticket-token.ts';

type Kept = Pick<NonNullable<FormLocals['ticket']>, 'draft' | 'refusal'> & { readonly status?: number };

/** The page of a ticket as it is now; without one, the page says that the link opens none. */
export async function drawTicket(
  c: Context<AppEnv>,
  parts: TicketParts,
  { status, ...kept }: Kept = {},
): Promise<Response> {
  const token = tokenOf(c);
  const thread = token === undefined ? undefined : await parts.tickets.readOwn(token);
  if (!thread || token === undefined) return drawPage(c, parts, {}, 404);
  const view = await viewOf(thread, token, parts);
  return drawPage(c, parts, { ticket: { token, view, key: crypto.randomUUID(), ...kept } }, status);
}

/** Takes an answer or a judgement from the page of a ticket. */
export async function takeTicketForm(
  c: Context<AppEnv>,
  parts: TicketParts,
  lang: Language,
  sent: SentForm,
): Promise<Response> {
  const token = tokenOf(c);
  const thread = token === undefined ? undefined : await parts.tickets.readOwn(token);
  if (!thread || token === undefined) return drawTicket(c, parts);
  if (sent.kind === 'refused') return drawRefused(c, parts, sent);
  const seconds = await waitFor(parts, MESSAGES, token);
  if (seconds > 0) return drawWait(c, parts, lang, sent, seconds);
  if (sent.field('do') === 'erase') {
    // Without the tick nothing happens: it cannot be undone.
    if (sent.field('sure') === 'yes') await parts.subjects.erase({ ticket: thread.ticket.id });
    return leadTo(c, ticketPath(lang, token));
  }
  const answer =
    sent.field('do') === 'judge'
      ? await judge(c, parts, { token, lang, sent })
      : await reply(c, parts, { token, thread, sent, lang });
  return answer ?? leadTo(c, ticketPath(lang, token));
}

/** Only a reply can be too long, by its text or by its files. */
function drawRefused(
  c: Context<AppEnv>,
  parts: TicketParts,
  { reason, status, field }: RefusedForm,
): Promise<Response> {
  const { text } = coverSecrets(field('text'));
  if (reason !== 'too-long') return drawTicket(c, parts, { status, draft: { text }, refusal: { reason } });
  const problem = text.length > LONGEST_TEXT ? 'too-long' : 'file-size';
  return drawTicket(c, parts, { status, draft: { text, problem, hadFiles: problem === 'file-size' } });
}

/** The box for a reply keeps its words on the page itself; what else was sent is kept to be sent again. */
function drawWait(
  c: Context<AppEnv>,
  parts: TicketParts,
  lang: Language,
  sent: TakenForm,
  seconds: number,
): Promise<Response> {
  if (sent.field('do') !== 'reply')
    return refuseForm(c, lang, { reason: 'too-many', status: 429, seconds }, sent);
  const { text } = coverSecrets(sent.field('text'));
  return drawTicket(c, parts, {
    status: 429,
    draft: { text, hadFiles: hadFiles(sent) },
    refusal: tooManyIn(seconds),
  });
}

async function reply(
  c: Context<AppEnv>,
  parts: TicketParts,
  {
    token,
    thread,
    sent,
    lang,
  }: {
    readonly token: string;
    readonly thread: TicketThread;
    readonly sent: TakenForm;
    readonly lang: Language;
  },
): Promise<Response | undefined> {
  const text = sent.field('text').replaceAll('\0', '').toWellFormed().trim();
  const { text: plain, covered } = coverSecrets(text);
  const again = (problem: TicketFormProblem, words = text) =>
    drawTicket(c, parts, { status: 422, draft: { text: words, problem, hadFiles: hadFiles(sent) } });
  if (text === '') return again('missing');
  if (text.length > LONGEST_TEXT) return again('too-long');
  if (covered.length > 0) return again('secret', plain);
  const bytes = sent.files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (!hasRoom(thread, bytes)) return again('no-room');
  const files = await storeFiles(c, parts, sent.files);
  if (files.kind === 'wait') return drawWait(c, parts, lang, sent, files.seconds);
  if (files.kind === 'problem') return again(files.problem);
  // Other words under the same key are another message; the files have other ids each time they are sent.
  const repeatable = { key: JSON.stringify(['form', keyOf(sent.field('key')), text]), body: text };
  await parts.tickets.replyOwn(token, { text, attachments: files.ids }, repeatable);
  return undefined;
}

async function judge(
  c: Context<AppEnv>,
  parts: TicketParts,
  { token, lang, sent }: { readonly token: string; readonly lang: Language; readonly sent: TakenForm },
): Promise<Response | undefined> {
  const solved = sent.field('solved');
  const given = ['guide', 'rating', 'comment'].filter((name) => sent.field(name) !== '');
  const judgement = judgementSchema.safeParse({
    ...Object.fromEntries(given.map((name) => [name, sent.field(name).replaceAll('\0', '')])),
    ...(solved !== '' && { solved: solved === 'true' }),
  });
  if (sent.field('comment').length > LONGEST_COMMENT)
    return refuseForm(c, lang, { reason: 'too-long', status: 422 }, sent);
  if (!judgement.success) return drawTicket(c, parts, { status: 400, refusal: { reason: 'nothing-chosen' } });
  const { guide, rating, comment, solved: isSolved } = judgement.data;
  await parts.tickets.judgeOwn(token, {
    ...(isSolved !== undefined && { solved: isSolved }),
    ...(guide !== undefined && { guide }),
    ...(rating && { rating }),
    ...(comment !== undefined && { comment: coverSecrets(comment).text }),
  });
  return undefined;
}
