import {
  introducesName,
  isBeforePlace,
  isBetweenLabelAndName,
  isCapitalName,
  isKnownName,
  isOrdinary,
  saysName,
} from './mother-words.ts';
import type { PersonalSpan } from './personal-data.ts';

const MOTHER = 'ibu|ibunda|mama|mamah|bunda|emak|mak|nyokap|mami|umi|ummi|enyak|simbok|mbok';
const OWNER = ' (?:saya|sy|aku|gue|gua|gw|kami|dia|istri|suami)';
const NAME = '(?:nama|nma|nm)';
const LABEL = new RegExp(
  String.raw`(?<!\p{L})(?:` +
    [
      `(?:${NAME} )?(?:gadis )?(?:ibu|mama|bunda) ?k[au]?n?d[ou]?n?g(?:nya|ku|q)?`,
      `${NAME} (?:gadis )?(?:${MOTHER})(?: kandung)?(?:nya|ku|q)?`,
      `(?:${MOTHER})(?:${OWNER})?(?:nya|ku)? (?:bernama|namanya|nama nya|namany)`,
      `(?:${MOTHER})${OWNER}|(?:nyokap|emak|simbok)(?:ku|nya)?`,
      "(?:mother|mum|mom|mama)(?:'s|s|’s)? (?:full |maiden )?name",
      'maiden name',
      "mother(?:'s|s)? maiden",
      `${NAME} (?:ortu|orang ?tua)(?:nya|ku)?`,
      '(?:ibu|bunda|mother)(?= ?[:=])',
      '(?:mother|mum|mom) (?:is|was)(?: called| named)?',
      'mother:',
    ].join('|') +
    String.raw`)(?!\p{L})`,
  'giu',
);
/** After "mother is" or "ibu saya" only a full name right after it is one: "my mother is ill". */
const NEEDS_FULL_NAME = new RegExp(`(?: is| was|mother:|^(?:${MOTHER})(?:${OWNER}|ku|nya)?)$`, 'iu');
const WORD = /\S+/gu;
const REACH = 160;
const MOST_WORDS = 14;
const MOST_NAMES = 4;
const MOST_LOWER_NAMES = 3;

interface Word {
  /** Without marks around it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A mark before it says that what follows is the name. */
  readonly isOpened: boolean;
  /** A comma, bracket or full stop ends it. */
  readonly isClosed: boolean;
}

/** Names of mothers in a folded text: after the label, before it, and again where one stands corrected. */
export function findMothersNames(text: string): PersonalSpan[] {
  const hasCase = /\p{Ll}/u.test(text);
  return [...text.matchAll(LABEL)].flatMap(({ 0: label, index }) => {
    const from = index + label.length;
    const after = namesIn(
      readWords(text.slice(from, from + REACH), from),
      hasCase,
      NEEDS_FULL_NAME.test(label),
    );
    const before =
      after.length > 0 ? undefined : nameBefore(text.slice(Math.max(0, index - 80), index), index);
    return before ? [before] : after;
  });
}

function namesIn(words: readonly Word[], hasCase: boolean, onlyFull: boolean): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  let isDirect = true;
  let first: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const before = words[at - 1];
    const isSaid = word.isOpened || (before !== undefined && saysName(before.text));
    const isIntroduced = word.isOpened || (before !== undefined && introducesName(before.text));
    const last = hasCase ? lastCapital(words, at) : undefined;
    const length = last === undefined ? 0 : last - at + 1;
    const isPlace = before !== undefined && !before.isClosed && isBeforePlace(before.text);
    const isFar = !isDirect || spans.length > 0;
    const isName =
      last !== undefined &&
      (isFar
        ? !onlyFull && (isSaid || isLikeFirst(first, word.text) || (spans.length === 0 && !isPlace))
        : true);
    const end =
      isName && !(onlyFull && length < 2)
        ? last
        : isDirect && !onlyFull && !isPlace
          ? lastLower(words, at, isIntroduced, hasCase)
          : undefined;
    if (end !== undefined) {
      spans.push({ start: word.start, end: words[end]?.end ?? word.end, kind: 'name-of-mother' });
      at = end;
      first ??= word.text;
      isDirect = false;
    } else isDirect &&= isBetweenLabelAndName(word.text) || word.text === '';
  }
  return spans;
}

/** A wrong and a right spelling of one name begin alike. */
function isLikeFirst(first: string | undefined, word: string): boolean {
  return (
    first !== undefined &&
    first !== word &&
    first.slice(0, 2).toLowerCase() === word.slice(0, 2).toLowerCase()
  );
}

/** The last of the capitalised words that begin at `from`. */
function lastCapital(words: readonly Word[], from: number): number | undefined {
  let last: number | undefined;
  for (let at = from; at < Math.min(words.length, from + MOST_NAMES); at++) {
    const word = words[at];
    const isInitial = at > from && /^\p{Lu}\.?$|^(?:binti|bin|br)$/u.test(word?.text ?? '');
    if (!word || (at > from && word.isOpened) || !(isInitial || isCapitalName(word.text))) break;
    last = at;
    if (word.isClosed) break;
  }
  return last;
}

/** The last of the words in small letters that begin at `from`: known names, two unknown words, or what a mark says. */
function lastLower(
  words: readonly Word[],
  from: number,
  isIntroduced: boolean,
  hasCase: boolean,
): number | undefined {
  let last: number | undefined;
  let isKnown = isIntroduced;
  for (let at = from; at < Math.min(words.length, from + MOST_LOWER_NAMES); at++) {
    const word = words[at];
    if (!word || !/^\p{L}{3,}$/u.test(word.text) || (hasCase && /^\p{Lu}{2,4}$/u.test(word.text))) break;
    if (isOrdinary(word.text) || isBetweenLabelAndName(word.text)) break;
    isKnown ||= isKnownName(word.text);
    last = at;
    if (word.isClosed) break;
  }
  return last !== undefined && (isKnown || last > from) ? last : undefined;
}

/** "Siti Contoh itu nama ibu kandung saya". */
function nameBefore(text: string, end: number): PersonalSpan | undefined {
  const words = readWords(text, end - text.length);
  let at = words.length - 1;
  if (/^(?:itu|adalah|is|ini|sebagai|as|)$/i.test(words[at]?.text ?? '')) at--;
  let first = at + 1;
  while (first > 0 && at - first < MOST_NAMES - 1 && isCapitalName(words[first - 1]?.text ?? '')) first--;
  const [start, last] = [words[first], words[at]];
  const isName = at - first >= 1 && start && last && !isBeforePlace(words[first - 1]?.text ?? '');
  return isName ? { start: start.start, end: last.end, kind: 'name-of-mother' } : undefined;
}

/** The words to the end of the sentence or line. */
function readWords(text: string, offset: number): Word[] {
  const words: Word[] = [];
  let isOpened = false;
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (words.length > 0 && text.slice((words.at(-1)?.end ?? offset) - offset, index).includes('\n')) break;
    if (words.length >= MOST_WORDS || /^\[[a-z-]+\]/.test(written)) break;
    const opened = written.replace(/^["'(:=,\-–>*]+/, '');
    const bare = opened.replace(/["'):=,;!?*]+$/, '').replace(/(?<=\p{L}{3})\.+$/u, '');
    isOpened ||= /[:="(>]/.test(written.slice(0, written.length - opened.length));
    const start = offset + index + (written.length - opened.length);
    if (bare !== '')
      words.push({ text: bare, start, end: start + bare.length, isOpened, isClosed: bare !== opened });
    // "namanya siapa? Siti Contoh": a question is answered.
    isOpened = /[:=(]$|^(?:siapa|apa|pak|bu|kak|mas|mbak)\?$/.test(written);
    if (!isOpened && /[!?]$|\p{L}{3}\.$/u.test(written)) break;
  }
  return words;
}
