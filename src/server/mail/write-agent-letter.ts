import type { Language } from '../../core/article/browser.ts';
import { LETTER_WORDS, PRIORITY_WORDS } from './letter-words.ts';
import type { DeadlineLine } from './read-deadlines.ts';
import { fill, join, writeMoment, type LetterText } from './write-letter.ts';

/** More would be read by nobody; the inbox has them all. */
const MOST_LINES = 40;
const BETWEEN = '—————';

/** A letter to an agent whose language is not known says all twice, in Indonesian first. */
export function writeForAgent(lang: Language | null, write: (lang: Language) => LetterText): LetterText {
  if (lang !== null) return write(lang);
  const [id, en] = [write('id'), write('en')];
  return { subject: `${id.subject} / ${en.subject}`, text: join([id.text, BETWEEN, en.text]) };
}

/** The link with which somebody becomes an agent, or an agent gets a new password, to a page in the same language. */
export function writeLink(
  kind: 'invitation' | 'password',
  lang: Language,
  url: string,
  siteUrl: string,
): LetterText {
  const { subject, text } = LETTER_WORDS[kind];
  const page = new URL(url);
  page.searchParams.set('lang', lang);
  return {
    subject: subject[lang],
    text: fill(text, lang, { url: page.href, site: new URL(siteUrl).host }),
  };
}

/** Which deadlines have passed or come near, at least one; each leads to its ticket in the inbox. */
export function writeDeadlines(
  lang: Language,
  lines: readonly DeadlineLine[],
  now: Date,
  siteUrl: string,
): LetterText {
  const words = LETTER_WORDS.deadline;
  const inbox = `${siteUrl}/agent/`;
  const passed = lines.filter(({ due }) => due <= now);
  const soon = lines.filter(({ due }) => due > now);
  const shown = passed.slice(0, MOST_LINES);
  const shownSoon = soon.slice(0, MOST_LINES - shown.length);
  const left = lines.length - shown.length - shownSoon.length;
  const write = (line: DeadlineLine) => writeLine(lang, line, inbox);
  const count = (some: readonly DeadlineLine[]) => ({ count: String(some.length) });
  const subjects = [
    ...(passed.length > 0 ? [fill(words.subjectPassed, lang, count(passed))] : []),
    ...(soon.length > 0 ? [fill(words.subjectSoon, lang, count(soon))] : []),
  ];
  return {
    subject: subjects.join(' · '),
    text: join([
      ...(shown.length > 0 ? [words.passed[lang], ...shown.map(write)] : []),
      ...(shownSoon.length > 0 ? [words.soon[lang], ...shownSoon.map(write)] : []),
      left > 0 && fill(words.more, lang, { count: String(left), url: `${inbox}#/v/late` }),
      fill(words.end, lang, { url: `${inbox}kelola/#email` }),
    ]),
  };
}

function writeLine(
  lang: Language,
  { ticket, reference, priority, name, due, hasOwner }: DeadlineLine,
  inbox: string,
): string {
  const words = LETTER_WORDS.deadline;
  const line = fill(words.line, lang, {
    reference,
    priority: PRIORITY_WORDS[priority][lang],
    name: words.names[name][lang],
    due: writeMoment(due, lang),
  });
  return `${line}${hasOwner ? '' : ` · ${words.unassigned[lang]}`}\n${inbox}#/t/${encodeURIComponent(ticket)}`;
}
