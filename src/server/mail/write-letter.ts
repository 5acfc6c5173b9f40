import type { Bilingual, Language } from '../../core/article/browser.ts';
import type { Ticket, TicketMessage } from '../ticket/index.ts';
import { LETTER_WORDS } from './letter-words.ts';
import { markSubject } from './thread.ts';

/** What a letter says, before it has a form. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
}

/** A guide as it stands in a letter. */
export interface LetterGuide {
  readonly title: string;
  readonly url: string;
}

const ZONE = 'Asia/Jakarta';
const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** An agent's answer; a guide whose address its text holds already is not named twice. */
export function writeAnswer(
  ticket: Ticket,
  message: TicketMessage,
  guides: readonly LetterGuide[],
  url: string,
): LetterText {
  const { lang, subject, reference } = ticket;
  const words = LETTER_WORDS.answer;
  const unnamed = guides.filter((guide) => !message.text.includes(guide.url));
  const files = message.attachments.length;
  return {
    subject: `Re: ${markSubject(subject, reference)}`,
    text: join([
      message.text,
      unnamed.length > 0 &&
        [words.guides[lang], ...unnamed.map((guide) => `${guide.title}\n${guide.url}`)].join('\n'),
      files > 0 && fill(words.files, lang, { count: String(files) }),
      fill(words.end, lang, { url }),
    ]),
  };
}

/** Says that a ticket was taken, under which reference, and by when an answer is due. */
export function writeReceipt(ticket: Ticket, url: string): LetterText {
  const { lang, reference, firstReplyDue } = ticket;
  const words = LETTER_WORDS.receipt;
  return {
    subject: markSubject(words.subject[lang], reference),
    text: join([
      fill(words.text, lang, { reference }),
      firstReplyDue && fill(words.due, lang, { due: writeMoment(firstReplyDue, lang) }),
      fill(words.end, lang, { url }),
    ]),
  };
}

/** A code with which somebody proves to read their mailbox. */
export function writeCode(lang: Language, code: string): LetterText {
  const { subject, text } = LETTER_WORDS.code;
  return { subject: subject[lang], text: fill(text, lang, { code }) };
}

/** A moment in words, in western Indonesian time. */
export function writeMoment(moment: Date, lang: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[lang], {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${format.format(moment)} WIB`;
}

/** The paragraphs that there are. */
export function join(parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n');
}

/** Filled in one pass, so that what is filled in is never read as a place to fill. */
export function fill(words: Bilingual, lang: Language, values: Readonly<Record<string, string>>): string {
  return words[lang].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
