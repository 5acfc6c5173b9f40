import type { Posting } from './weigh-terms.ts';

/** One character for each of the weight levels; none of them is a base-36 digit, a blank or a line end. */
const LEVEL_CHARACTERS = 'ABCDEFGHIJKLMNOPQRST';
const VOWELS = /[aeiou]/g;
const LONGEST_SHARED = 35;

/**
 * Where a term stands in the index: first letter, then consonants. "krtu" and "kartu", "transf" and
 * "transfer" stand together, so that a query finds its variants in the shard of the word as typed.
 */
export function shelfMark(term: string): string {
  return term.charAt(0) + term.slice(1).replace(VOWELS, '');
}

/** Terms in shelf order. */
export function compareTerms(a: string, b: string): number {
  const [markA, markB] = [shelfMark(a), shelfMark(b)];
  if (markA !== markB) return markA < markB ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Writes terms (in the order given) with their postings as text, a line for each: the number of
 * letters shared with the line before, the other letters, a blank, then for each guide the distance
 * from the one before (base 36) and one character for its weight.
 */
export function encodeTerms(entries: Iterable<readonly [string, readonly Posting[]]>): string {
  const lines: string[] = [];
  let previous = '';
  for (const [term, postings] of entries) {
    const shared = sharedLetters(previous, term);
    lines.push(`${shared.toString(36)}${term.slice(shared)} ${encodePostings(postings)}`);
    previous = term;
  }
  return lines.join('\n');
}

function sharedLetters(a: string, b: string): number {
  let shared = 0;
  while (shared < Math.min(a.length, b.length, LONGEST_SHARED) && a[shared] === b[shared]) shared++;
  return shared;
}

function encodePostings(postings: readonly Posting[]): string {
  let previous = -1;
  return postings
    .map(({ document, level }) => {
      const distance = document - previous - 1;
      previous = document;
      return (distance === 0 ? '' : distance.toString(36)) + LEVEL_CHARACTERS.charAt(level - 1);
    })
    .join('');
}

/**
 * Reads what {@link encodeTerms} wrote.
 * @throws {RangeError} when a line has another form.
 */
export function decodeTerms(text: string): Map<string, Posting[]> {
  const entries = new Map<string, Posting[]>();
  let previous = '';
  for (const line of text === '' ? [] : text.split('\n')) {
    const blank = line.indexOf(' ');
    if (blank < 1) throw new RangeError('A line of the search index has no term. Build the index again.');
    const term = previous.slice(0, parseInt(line.charAt(0), 36)) + line.slice(1, blank);
    entries.set(term, decodePostings(line.slice(blank + 1)));
    previous = term;
  }
  return entries;
}

const POSTING = /([0-9a-z]*)([A-T])/g;

function decodePostings(text: string): Posting[] {
  let document = -1;
  return [...text.matchAll(POSTING)].map(([, distance = '', character = '']) => {
    document += 1 + (distance === '' ? 0 : parseInt(distance, 36));
    return { document, level: LEVEL_CHARACTERS.indexOf(character) + 1 };
  });
}
