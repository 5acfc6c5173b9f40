import * as Words from './address-words.ts';
import { countsSomething, YEAR } from './measure.ts';
import type { Token } from './message-token.ts';
import type { PersonalSpan } from './personal-data.ts';

const MOST_NAMES = 4;
/** Names taken where no number or village ends the address. */
const MOST_LAST_NAMES = 3;
/** Longer addresses are cut: a bound on the work. */
const MOST_TOKENS = 60;
const REACH_OF_LABEL = 5;
const LONGEST_HOUSE_NUMBER = 5;

/** Postal addresses: a street or quarter with a house number, RT/RW, block or village. */
export function findAddresses(tokens: readonly Token[]): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const end = token?.kind === 'word' ? endOfAddress(tokens, at, token.text) : followEnglish(tokens, at);
    if (!token || end === undefined) continue;
    spans.push({ start: token.start, end: tokens[end]?.end ?? token.end, kind: 'address' });
    at = end;
  }
  return spans;
}

function endOfAddress(tokens: readonly Token[], at: number, word: string): number | undefined {
  if (Words.STREET.test(word)) {
    const { end, lastName, numbers } = followAddress(tokens, at + 1);
    const isPlain =
      Words.ORDINARY_STREET.test(tokens[at]?.raw ?? '') && !/^\p{Lu}/u.test(tokens[at + 1]?.raw ?? '');
    if (end !== undefined) return isPlain && numbers === 0 ? undefined : end;
    return lastName !== undefined && !isPlain && isCalledAddress(tokens, at) ? lastName : undefined;
  }
  if (!Words.QUARTER.test(word)) return undefined;
  const { end, units, numbers } = followAddress(tokens, at);
  return units >= 2 && (numbers > 0 || isCalledAddress(tokens, at)) ? end : undefined;
}

/** "alamat saya di …" stands right before. */
function isCalledAddress(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - REACH_OF_LABEL), at).some(({ text }) => Words.SAYS_ADDRESS.test(text));
}

interface Followed {
  /** The number of the last token that belongs to the address; undefined when no number or village is in it. */
  readonly end: number | undefined;
  /** The last of the first names, up to three. */
  readonly lastName: number | undefined;
  /** Numbers and villages that words announce. */
  readonly units: number;
  /** Numbers of houses, blocks, RT and RW. */
  readonly numbers: number;
}

function followAddress(tokens: readonly Token[], from: number): Followed {
  let names = 0;
  let units = 0;
  let numbers = 0;
  let isAfterComma = false;
  let end: number | undefined;
  let lastName: number | undefined;
  for (let at = from; at < Math.min(tokens.length, from + MOST_TOKENS); at++) {
    const token = tokens[at];
    if (!token || token.kind === 'masked' || (token.gap === '\n' && at > from && !continues(tokens, at, end)))
      break;
    if (token.kind === 'mark') {
      // A full stop after a house number ends the address: "RW 06. mohon …"; a comma may not.
      const endsIt = token.text === '.' && at - 1 === end && tokens[at + 1]?.gap !== '';
      const isLost =
        token.text === '.' && !Words.SHORTENED.test(tokens[at - 1]?.text ?? '') && end === undefined;
      if (!Words.MARK.test(token.text) || endsIt || isLost) break;
      isAfterComma = token.text === ',';
    } else if (token.kind === 'word' && (Words.NUMBERED.test(token.text) || Words.PLACE.test(token.text))) {
      const isNumbered = Words.NUMBERED.test(token.text);
      const value = isNumbered ? valueAfter(tokens, at) : placeAfter(tokens, at);
      if (value === undefined) break;
      if (isNumbered) numbers++;
      at = end = value;
      names = 0;
      units++;
    } else if (token.kind === 'digits') {
      const isPart = tokens[at + 1]?.gap === '' && tokens[at + 2]?.kind === 'digits';
      const isLong = token.raw.length > LONGEST_HOUSE_NUMBER;
      const isYear = end === undefined && YEAR.test(token.raw);
      const isGlued = token.gap === '' && tokens[at - 1]?.kind === 'word';
      if (
        isLong ||
        isYear ||
        (isGlued && end === undefined) ||
        (isPart && !/^[/-]$/.test(tokens[at + 1]?.text ?? '')) ||
        countsSomething(tokens[at + 1])
      )
        break;
      const last = lettersAfter(tokens, at);
      // "Gg. 2" is a name until a house number follows.
      if (names > 0 || end !== undefined) end = last;
      if (names > 0 && names <= 2) numbers++;
      at = last;
    } else if (Words.STREET.test(token.text)) names = 0;
    else if (Words.STOP.test(token.text) || ++names > MOST_NAMES) break;
    else if (isAfterComma && !/^\p{Lu}/u.test(token.raw) && !isAddressAhead(tokens, at)) break;
    else if (end !== undefined && !/^\p{Lu}/u.test(token.raw) && !isAddressAhead(tokens, at)) break;
    else if (names <= MOST_LAST_NAMES) lastName = at;
  }
  return { end, lastName, units, numbers };
}

/** The value of "no", "RT", "blok": digits, a letter, or both ("11B", "K7/15", "aa-12"). */
function valueAfter(tokens: readonly Token[], label: number): number | undefined {
  let at = label + 1;
  while (tokens[at]?.kind === 'mark' && /^[.:#]$/.test(tokens[at]?.text ?? '')) at++;
  const value = tokens[at];
  if (!value || value.gap === '\n') return undefined;
  const isLetters = value.kind === 'word' && (value.raw.length <= 2 || /^[ivx]+$/.test(value.text));
  if (value.kind !== 'digits' && !isLetters) return undefined;
  if (isLetters && Words.STOP.test(value.text)) return undefined;
  return lettersAfter(tokens, at);
}

/** The last token of what touches a number: "11B", "C3", "3/4". */
function lettersAfter(tokens: readonly Token[], from: number): number {
  let at = from;
  for (;;) {
    const next = tokens[at + 1];
    const beyond = tokens[at + 2];
    if (next?.gap === '' && next.kind !== 'mark' && next.raw.length <= 4 && !Words.NUMBERED.test(next.text))
      at += 1;
    else if (next?.gap === '' && /^[/-]$/.test(next.text) && beyond?.gap === '' && beyond.kind === 'digits')
      at += 2;
    else return at;
  }
}

function placeAfter(tokens: readonly Token[], label: number): number | undefined {
  let at = label + 1;
  while (tokens[at]?.kind === 'mark' && /^[.:]$/.test(tokens[at]?.text ?? '')) at++;
  const name = tokens[at];
  if (name?.kind !== 'word' || name.gap === '\n' || Words.STOP.test(name.text)) return undefined;
  const isCapital = (token: Token | undefined) =>
    token?.kind === 'word' && token.gap === ' ' && /^\p{Lu}/u.test(token.raw);
  const isPlace = (token: Token | undefined) =>
    Words.PLACE.test(token?.text ?? '') || Words.NUMBERED.test(token?.text ?? '');
  while (isCapital(name) && isCapital(tokens[at + 1]) && !isPlace(tokens[at + 1])) at++;
  return at;
}

/** True when a number or village follows within a few words: the name belongs to the address. */
function isAddressAhead(tokens: readonly Token[], from: number): boolean {
  return tokens
    .slice(from, from + 3)
    .some(({ kind, text }) => kind === 'word' && (Words.NUMBERED.test(text) || Words.PLACE.test(text)));
}

/** A new line goes on with the address when it begins with RT, a block or a village. */
function continues(tokens: readonly Token[], at: number, end: number | undefined): boolean {
  const word = tokens[at]?.text ?? '';
  return end !== undefined && (Words.PLACE.test(word) || /^(?:rt|rw|blok|no)$/.test(word));
}

/** "12 Example Street, Sampletown", "45 Uji Apt. 3", "address is 7 Contoh": a number, capitalised words, and a reason. */
function followEnglish(tokens: readonly Token[], from: number): number | undefined {
  const number = tokens[from];
  if (number?.kind !== 'digits' || number.raw.length > LONGEST_HOUSE_NUMBER) return undefined;
  let last: number | undefined;
  for (let at = from + 1; at <= from + 6; at++) {
    const token = tokens[at];
    const isName = token?.kind === 'word' && /^\p{Lu}/u.test(token.raw) && token.gap === ' ';
    const isUnit = last !== undefined && Words.ENGLISH_UNIT.test(token?.text ?? '');
    if (isUnit) return unitAfter(tokens, at);
    if (!isName) break;
    if (at > from + 1 && Words.ENGLISH_STREET.test(token.text)) return townAfter(tokens, at);
    last = at;
  }
  return last !== undefined && isCalledAddress(tokens, from) ? last : undefined;
}

function unitAfter(tokens: readonly Token[], unit: number): number {
  const value = tokens[unit + 1]?.kind === 'mark' ? unit + 2 : unit + 1;
  return tokens[value]?.kind === 'digits' ? lettersAfter(tokens, value) : unit;
}

function townAfter(tokens: readonly Token[], street: number): number {
  const unit = tokens[street + 1]?.text === ',' ? street + 2 : street + 1;
  if (Words.ENGLISH_UNIT.test(tokens[unit]?.text ?? '')) return unitAfter(tokens, unit);
  const town = tokens[street + 2];
  const isTown = tokens[street + 1]?.text === ',' && town?.kind === 'word' && /^\p{Lu}/u.test(town.raw);
  return isTown ? street + 2 : street;
}
