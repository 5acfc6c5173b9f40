import { labelOf, LONGEST_LABEL, type LabelKind } from './label-words.ts';
import { beginsSentence, type Token } from './message-token.ts';

export interface Label {
  readonly kind: LabelKind;
  /** Words between the label and the number. */
  readonly distance: number;
}

interface PlacedLabel extends Label {
  /** Numbers of its first and last token. */
  readonly first: number;
  readonly last: number;
}

const SENTENCE = /^[.?!]$/;
/** After these a full stop shortens a word. */
const SHORTENED = /^(?:no|nomor|tgl|tlp|telp|hp|rek|jl|an)$/;
/** Labels that are the head of what follows them: "pin transaksi", "otp bca" are a PIN and an OTP. */
const HEADS: ReadonlySet<LabelKind> = new Set(['otp', 'pin', 'cvv']);
/** Words that tie what follows to such a head. */
const LINKS = /^(?:buat|utk|untuk|bwt|for|dari|dr|from|di|in|of|lewat|via)$/;
const MOST_BETWEEN = 4;
/** Words between a label and a number that keep it right beside: "otp nya 100200", "pin saya 1990". */
const WITHOUT_DISTANCE = /^(?:nya|ny|ku|saya|sy|aku|gue|gua|gw|is|adalah|yaitu)$/;
const MOST_WORDS = 9;
const MOST_WORDS_AFTER = 4;
/** Words, marks and short numbers looked at: a bound on the work. */
const MOST_TOKENS = 24;

/**
 * Labels before the token at `at`, nearest first. What another number, a placeholder or the offset `floor`
 * cuts off does not count.
 */
export function labelsBefore(tokens: readonly Token[], at: number, floor = 0): Label[] {
  const labels: PlacedLabel[] = [];
  let distance = 0;
  for (let before = at - 1; before >= Math.max(0, at - MOST_TOKENS) && distance < MOST_WORDS; before--) {
    const token = tokens[before];
    if (!token || token.start < floor || isBarrier(token)) break;
    if (endsSentence(tokens, before)) break;
    if (token.kind !== 'word') continue;
    const found = labelEndingAt(tokens, before);
    if (found) {
      const first = before - found.words + 1;
      labels.push({ kind: found.kind, distance, first, last: before });
      before = first;
    }
    if (!WITHOUT_DISTANCE.test(token.text)) distance++;
  }
  return labels.filter((label, nth) => !isModifier(tokens, label, labels.slice(nth + 1)));
}

/** Labels after the token at `at`, nearest first: "A1234567 itu nomor pasporku". */
export function labelsAfter(tokens: readonly Token[], at: number): Label[] {
  const labels: Label[] = [];
  let distance = 0;
  const until = Math.min(tokens.length, at + MOST_TOKENS);
  for (let after = at + 1; after < until && distance < MOST_WORDS_AFTER; after++) {
    const token = tokens[after];
    if (!token || isBarrier(token) || beginsSentence(tokens, after)) break;
    if (/^[,;]$/.test(token.text) && labelStartingAt(tokens, after + 1)?.kind !== 'bank') break;
    // "1960-an" has a suffix.
    const isSuffix = token.gap === '' && tokens[after - 1]?.text === '-';
    if (token.kind !== 'word' || isSuffix) continue;
    const found = labelStartingAt(tokens, after);
    if (found) labels.push({ kind: found.kind, distance });
    after += (found?.words ?? 1) - 1;
    distance++;
  }
  return labels;
}

/** True for what says more about a code named before: "pin transaksi", "otp dari bca", "kode otp buat tarik saldo". */
function isModifier(tokens: readonly Token[], label: PlacedLabel, farther: readonly PlacedLabel[]): boolean {
  const head = farther.find(({ kind }) => HEADS.has(kind));
  if (!head || HEADS.has(label.kind)) return false;
  if (head.last + 1 === label.first) return true;
  const between = tokens.slice(head.last + 1, label.first);
  return (
    LINKS.test(between[0]?.text ?? '') &&
    between.length <= MOST_BETWEEN &&
    between.every(({ kind }) => kind === 'word')
  );
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const isRow = tokens[at]?.text === '.' && tokens[at - 1]?.text === '.';
  const isMark = SENTENCE.test(tokens[at]?.text ?? '') && tokens[at + 1]?.gap !== '' && !isRow;
  return isMark && !SHORTENED.test(tokens[at - 1]?.text ?? '');
}

function isBarrier(token: Token): boolean {
  return token.kind === 'masked' || (token.kind === 'digits' && token.raw.length >= 3);
}

/** "one-time", "m-pin": a hyphen between the words of a label. */
function isHyphen(tokens: readonly Token[], at: number): boolean {
  const [mark, next] = [tokens[at], tokens[at + 1]];
  return mark?.text === '-' && mark.gap === '' && next?.gap === '';
}

/** The longest label whose last word is the token at `last`; `words` counts its tokens. */
function labelEndingAt(
  tokens: readonly Token[],
  last: number,
): { kind: LabelKind; words: number } | undefined {
  const words: string[] = [];
  const places: number[] = [];
  for (let at = last; at >= 0 && words.length < LONGEST_LABEL; at--) {
    const token = tokens[at];
    if (at < last && isHyphen(tokens, at)) continue;
    if (token?.kind !== 'word' || (at < last && tokens[at + 1]?.gap === '\n')) break;
    words.unshift(token.text);
    places.unshift(at);
  }
  for (let from = 0; from < words.length; from++) {
    const kind = labelOf(words.slice(from));
    if (kind) return { kind, words: last - (places[from] ?? last) + 1 };
  }
  return undefined;
}

/** The longest label whose first word is the token at `first`. */
function labelStartingAt(
  tokens: readonly Token[],
  first: number,
): { kind: LabelKind; words: number } | undefined {
  const words: string[] = [];
  for (let at = first; at < tokens.length && words.length < LONGEST_LABEL; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || (at > first && token.gap !== ' ')) break;
    words.push(token.text);
  }
  for (let length = words.length; length > 0; length--) {
    const kind = labelOf(words.slice(0, length));
    if (kind) return { kind, words: length };
  }
  return undefined;
}
