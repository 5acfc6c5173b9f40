import type { Context } from 'hono';
import type { Language } from '../../core/article/browser.ts';
import type { TicketForm } from '../../core/ticket/index.ts';
import { DatabaseGoneError } from '../database/index.ts';
import { clientOf, readReaderCookie, type AppEnv, type RefusedForm, type SentForm } from '../http/index.ts';
import { LONGEST_TEXT } from '../ticket/index.ts';
import { hadFiles, storeFiles } from './ticket-form-files.ts';
import { drawPage, keyOf, leadTo, tooManyIn, type FormLocals } from './ticket-form-page.ts';
import { takeRequest } from './ticket-opening.ts';
import type { TicketParts } from './ticket-parts.ts';
import { ticketPath } from './ticket-path.ts';
import { LONGEST_SUBJECT, ticketSchema } from './ticket-request.ts';
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
  sent: SentForm,
): Promise<Response> {
  const form = formOf(sent);
  const key = keyOf(sent.field('key'));
  const isComposed = sent.field('do') === 'compose';
  const drawnAt = isComposed ? parts.intake.stamps.drawFilled() : sent.field('drawn');
  const base = { form, problems: {}, key, drawnAt, hadFiles: hadFiles(sent) };
  const draw = (status: number, more: Partial<Contact> = {}) =>
    drawPage(c, parts, { contact: { ...base, ...more } }, status);
  if (sent.kind === 'refused') return drawRefused(sent, form, draw);
  if (isComposed) return draw(200);
  const { problems, covered } = check(form);
  if (Object.keys(problems).length > 0) return draw(422, { problems, form: covered });
  try {
    const files = await storeFiles(c, parts, sent.files);
    if (files.kind === 'wait') return await draw(429, { refusal: tooManyIn(files.seconds) });
    if (files.kind === 'problem') return await draw(422, { problems: { file: files.problem } });
    return await open(c, parts, { lang, form, key, sent, attachments: files.ids }, draw);
  } catch (fault) {
    if (!(fault instanceof DatabaseGoneError)) throw fault;
    return draw(503, { refusal: { reason: 'away' } });
  }
}

type Draw = (status: number, more: Partial<Contact>) => Promise<Response>;

/** What is too long is marked where it can be mended; for all else there is only one more try. */
function drawRefused({ reason, status }: RefusedForm, form: TicketForm, draw: Draw): Promise<Response> {
  if (reason !== 'too-long') return draw(status, { refusal: { reason } });
  const { problems, covered } = check(form);
  const isText = problems.text === 'too-long';
  return draw(status, { form: covered, problems: isText ? { text: 'too-long' } : { file: 'file-size' } });
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
  draw: Draw,
): Promise<Response> {
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
  const request = ticketSchema.safeParse({
    ...given,
    lang,
    channel: form.conversation === '' ? (form.problem === '' ? 'contact' : 'guide') : 'assistant',
    subject: form.subject === '' ? subjectOf(form.text) : form.subject,
    attachments,
  });
  // What a reader types was checked before; the rest was filled in by the page, and can be left out.
  if (!request.success) {
    const typed = { ...form, phone: '', service: '', problem: '', conversation: '' };
    return draw(400, { form: typed, refusal: { reason: 'unreadable' } });
  }
  const own = readReaderCookie(c.req.header('Cookie') ?? null, parts.siteUrl);
  const signs = {
    ...{ client: clientOf(c, parts), own, isTrapped: sent.field('website') !== '' },
    isHasty: parts.intake.stamps.isHasty(sent.field('drawn')),
  };
  const taken = await takeRequest(parts, request.data, signs, {
    // Sent, gone back in the browser, changed: another request.
    key: JSON.stringify(['form', key, form]),
    body: lang,
  });
  switch (taken.kind) {
    case 'opened':
      return leadTo(c, ticketPath(lang, taken.token));
    case 'wait':
      return draw(429, { refusal: tooManyIn(taken.seconds) });
    case 'other-request':
      return draw(409, { key: crypto.randomUUID(), refusal: { reason: 'unreadable' } });
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
