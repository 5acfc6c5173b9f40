import type { Context } from 'hono';
import type { Language } from '../../core/article/browser.ts';
import type { TicketForm } from '../../core/ticket/index.ts';
import { DatabaseGoneError } from '../database/index.ts';
import { clientOf, readForm, readReaderCookie, type AppEnv, type SentForm } from '../http/index.ts';
import { LONGEST_TEXT } from '../ticket/index.ts';
import { storeFiles } from './ticket-form-files.ts';
import { drawPage, keyOf, leadTo, type FormLocals } from './ticket-form-page.ts';
import { takeRequest } from './ticket-opening.ts';
import { tooMany, type TicketParts } from './ticket-parts.ts';
import { ticketPath } from './ticket-path.ts';
import { LONGEST_SUBJECT, MOST_FILES, ticketSchema } from './ticket-request.ts';
import { coverSecrets } from './ticket-secrets.ts';

type Contact = NonNullable<FormLocals['contact']>;
type Problems = Contact['problems'];

/** A line of the text is the subject when there is none, cut to what a list shows. */
const SUBJECT_OF_TEXT = 80;

/** Opens a ticket from the form of a page, or draws the page again with all that was filled in. */
export async function takeContactForm(
  c: Context<AppEnv>,
  parts: TicketParts,
  lang: Language,
): Promise<Response> {
  const sent = await readForm(c, MOST_FILES);
  if (sent instanceof Response) return sent;
  const form = formOf(sent);
  const key = keyOf(sent.field('key'));
  const draw = (problems: Problems, status: number, more: Partial<Contact> = {}) =>
    drawPage(c, parts, { contact: { form, problems, key, ...more } }, status);
  if (sent.field('do') === 'compose') return draw({}, 200);
  const { problems, covered } = check(form);
  if (Object.keys(problems).length > 0) return draw(problems, 422, { form: covered });
  try {
    const files = await storeFiles(c, parts, sent.files);
    if (files.kind === 'refused') return files.answer;
    if (files.kind === 'problem') return await draw({ file: files.problem }, 422);
    return await open(c, parts, { lang, form, key, sent, attachments: files.ids });
  } catch (fault) {
    if (!(fault instanceof DatabaseGoneError)) throw fault;
    return draw({}, 503, { isAway: true });
  }
}

async function open(
  c: Context<AppEnv>,
  parts: TicketParts,
  {
    lang,
    form,
    key,
    sent,
    attachments,
  }: {
    readonly lang: Language;
    readonly form: TicketForm;
    readonly key: string;
    readonly sent: SentForm;
    readonly attachments: readonly string[];
  },
): Promise<Response> {
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
  const request = ticketSchema.safeParse({
    ...given,
    lang,
    channel: form.conversation === '' ? (form.problem === '' ? 'contact' : 'guide') : 'assistant',
    subject: form.subject === '' ? subjectOf(form.text) : form.subject,
    attachments,
  });
  // What a reader types was checked before; the rest was filled in by the page.
  if (!request.success) return tampered();
  const own = readReaderCookie(c.req.header('Cookie') ?? null, parts.siteUrl);
  const signs = { client: clientOf(c, parts), own, isTrapped: sent.field('website') !== '' };
  const taken = await takeRequest(parts, request.data, signs, {
    // Sent, gone back in the browser, changed: another request.
    key: JSON.stringify(['form', key, form]),
    body: lang,
  });
  switch (taken.kind) {
    case 'opened':
      return leadTo(c, ticketPath(lang, taken.token));
    case 'wait':
      return tooMany(taken.seconds);
    case 'other-request':
      return drawPage(c, parts, { contact: { form, problems: {}, key: crypto.randomUUID() } }, 409);
  }
}

function formOf({ field }: SentForm): TicketForm {
  const value = (name: keyof TicketForm) => field(name).replaceAll('\0', '').toWellFormed().trim();
  return {
    subject: value('subject'),
    text: value('text'),
    email: value('email'),
    phone: value('phone'),
    service: value('service'),
    problem: value('problem'),
    conversation: value('conversation'),
  };
}

/** What is wrong, and the form with its secrets covered, so that sending it once more is enough. */
function check(form: TicketForm): { readonly problems: Problems; readonly covered: TicketForm } {
  const subject = coverSecrets(form.subject);
  const text = coverSecrets(form.text);
  const isAddress = ticketSchema.shape.email.safeParse(form.email === '' ? undefined : form.email).success;
  const problems: Problems = {
    ...(subject.covered.length > 0 && { subject: 'secret' as const }),
    ...(form.subject.length > LONGEST_SUBJECT && { subject: 'too-long' as const }),
    ...(text.covered.length > 0 && { text: 'secret' as const }),
    ...(form.text === '' && { text: 'missing' as const }),
    ...(form.text.length > LONGEST_TEXT && { text: 'too-long' as const }),
    ...(!isAddress && { email: 'not-an-address' as const }),
  };
  return { problems, covered: { ...form, subject: subject.text, text: text.text } };
}

function subjectOf(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  const characters = Array.from(line.trim());
  return characters.length <= SUBJECT_OF_TEXT
    ? line
    : `${characters.slice(0, SUBJECT_OF_TEXT - 1).join('')}…`;
}

function tampered(): Response {
  return new Response(
    'Formulir ini tidak bisa dibaca. Buka halamannya lagi, lalu isi sekali lagi.\n' +
      'This form cannot be read. Open the page again, and fill it in once more.\n',
    { status: 400, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } },
  );
}
