import type { Token } from './message-token.ts';
import type { PersonalKind, PersonalSpan } from './personal-data.ts';

/** Words that stand between two numbers of one kind: "pin 1234 jadi 5678", "rek … bukan …". */
const JOINERS =
  /^(?:ke|jadi|menjadi|to|into|dan|and|sama|pertama|kedua|ketiga|first|second|skrg|sekarang|now|trs|dgn|dengan|or|atau|bukan|not|trus|terus|lalu|lagi|yang|yg|baru|lama|new|old|then|malah|harusnya|seharusnya|but|tapi|tp|diganti|ganti|pindah|nya|padahal|abis|itu)$/;
/** Words, and digits of an expiry date, that stand between a card and its CVV. */
const EXPIRY = /^(?:exp|expired|expiry|valid|thru|val|until|masa|berlaku|date|sampai|s|d)$/;
const MOST_BETWEEN = 8;

/**
 * The kind that the number from token `first` to `last` may have because of the one found before it:
 * the same kind when only joining words stand between and it is as long, `cvv` when a card and its
 * expiry date stand before it.
 */
export function kindInSeries(
  tokens: readonly Token[],
  previous: PersonalSpan | undefined,
  first: number,
  last: number,
): PersonalKind | undefined {
  if (previous === undefined) return undefined;
  const between: Token[] = [];
  let before = first - 1;
  while (before >= 0 && (tokens[before]?.start ?? 0) >= previous.end) {
    if (between.length >= MOST_BETWEEN) return undefined;
    const token = tokens[before];
    if (token) between.push(token);
    before--;
  }
  if (previous.kind === 'card' && between.every(isExpiry)) return 'cvv';
  const isJoined =
    between.length > 0 &&
    between.every(({ kind, text }) => (kind === 'mark' ? /^[,/&()-]$/.test(text) : JOINERS.test(text)));
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  const isAlike = Math.abs(end - start - (previous.end - previous.start)) <= MOST_DIFFERENCE;
  return isJoined && isAlike && previous.kind !== 'cvv' ? previous.kind : undefined;
}

/** Two numbers of a kind may be spaced differently. */
const MOST_DIFFERENCE = 5;

function isExpiry({ kind, text }: Token): boolean {
  if (kind === 'mark') return true;
  return kind === 'digits' ? /^(?:\d{1,2}|20\d\d|\d{4})$/.test(text) : EXPIRY.test(text);
}
