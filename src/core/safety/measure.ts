import type { Token } from './message-token.ts';

/** What follows a number that counts or measures something. */
const UNIT =
  /^(?:x|kali|menit|mnt|jam|hari|hr|minggu|mgg|bulan|bln|tahun|thn|th|detik|dtk|digit|angka|karakter|huruf|orang|org|persen|gb|mb|kb|mbps|ms|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years?|seconds?|secs?|digits?|characters?|chars|times|people|km|kg|gram|gr|cc|mm|cm|pcs|lembar|halaman|lot|unit|buah|biji|%|°|volt|v|watt|w|va|mah)$/;
/** Four digits that are a year at least as often as a code. */
export const YEAR = /^(?:19[5-9]|20[0-3])\d$/;
const MONEY = /^(?:rp|idr|usd|\$|€|rupiah|ribu|rb|jt|juta|perak|dollars?|usd|k)$/;
const YEAR_FOLLOWS =
  /^(?:tahun|taun|thn|th|sejak|since|in|from|dari|year|angkatan|periode|jan\p{L}*|feb\p{L}*|mar|maret|march|apr\p{L}*|mei|may|jun\p{L}*|jul\p{L}*|agu\p{L}*|aug\p{L}*|sep\p{L}*|okt\p{L}*|oct\p{L}*|nov\p{L}*|nop\p{L}*|des\p{L}*|dec\p{L}*)$/u;

/** Longer numbers are never part of a time, a date or an amount. */
const LONGEST_PART = 8;

/** True when a number of so many digits, from token `first` to `last`, counts, measures, or is a part of a time, date or amount. */
export function isMeasure(tokens: readonly Token[], first: number, last: number, digits: number): boolean {
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const money = before?.text === '.' ? tokens[first - 2] : before;
  if (money && MONEY.test(money.text)) return true;
  if (after && after.gap !== '\n' && MONEY.test(after.text)) return true;
  if (after && after.gap !== '\n' && UNIT.test(after.text) && (digits <= 4 || after.gap === '')) return true;
  if (first === last && YEAR.test(tokens[first]?.raw ?? '') && YEAR_FOLLOWS.test(before?.text ?? ''))
    return true;
  return digits <= LONGEST_PART && (isPartOf(tokens, first, -1) || isPartOf(tokens, last, 1));
}

/** True for a word after a number that counts: "3 jam", "5 orang". */
export function countsSomething(token: Token | undefined): boolean {
  return token !== undefined && token.gap !== '\n' && (UNIT.test(token.text) || MONEY.test(token.text));
}

/** True when a mark and more digits touch this one: a part of a time, a date or an amount. */
function isPartOf(tokens: readonly Token[], at: number, step: 1 | -1): boolean {
  const [own, mark, far] = [tokens[at], tokens[at + step], tokens[at + 2 * step]];
  if (!own || !mark || far?.kind !== 'digits' || !/^[:/,]$/.test(mark.text)) return false;
  return step === 1
    ? own.end === mark.start && mark.end === far.start && far.raw.length <= 3
    : far.end === mark.start && mark.end === own.start && own.raw.length <= 3;
}
