import { likenessOf } from '../text/browser.ts';
import type { MessageWord } from './message-words.ts';

/** Where a term stands in a message: numbers of its first and last word. */
export interface TermMatch {
  readonly idea: string;
  readonly first: number;
  readonly last: number;
}

/** One word of a term: `=this form`, `this root`, `any ending*`. */
interface Atom {
  readonly text: string;
  readonly kind: 'exact' | 'loose' | 'prefix';
}

interface Term {
  readonly idea: string;
  readonly atoms: readonly Atom[];
}

export type TermMatcher = (words: readonly MessageWord[]) => TermMatch[];

const SHORTEST_PREFIX = 2;
const LONGEST_PREFIX = 14;
/** Words from this length on are compared with a typo in mind. */
const SHORTEST_TYPO = 6;
const FEWEST_LIKENESS = 0.7;
const MOST_SKIPPED = 3;

/** Makes what finds every term of every idea. Time grows with the words of the message alone. */
export function createTermMatcher(
  ideas: Readonly<Record<string, readonly string[]>>,
  fillers: ReadonlySet<string>,
  ordinary: ReadonlySet<string>,
): TermMatcher {
  const terms = Object.entries(ideas).flatMap(([idea, texts]) =>
    texts.map((text): Term => ({ idea, atoms: text.split(' ').map(readAtom) })),
  );
  const byFirst = Map.groupBy(terms, ({ atoms: [first] }) => keyOf(first));
  const near = createNearIndex(terms);
  return (words) => words.flatMap((_, first) => matchAt(words, first, startsAt(words, first)));

  function startsAt(words: readonly MessageWord[], at: number): readonly Term[] {
    const word = words[at];
    if (word === undefined) return [];
    const found = keysOf(word).flatMap((key) => byFirst.get(key) ?? []);
    if (found.length > 0 || isFiller(word)) return found;
    if (word.loose.some((form) => ordinary.has(form))) return [];
    return near(word.exact[0] ?? '').flatMap((key) => byFirst.get(key) ?? []);
  }

  function matchAt(words: readonly MessageWord[], first: number, starts: readonly Term[]): TermMatch[] {
    return starts.flatMap(({ idea, atoms }) => {
      const last = follow(words, first, atoms);
      return last === undefined ? [] : [{ idea, first, last }];
    });
  }

  /** The number of the last word when the rest of a term follows its first one. */
  function follow(words: readonly MessageWord[], first: number, atoms: readonly Atom[]): number | undefined {
    let at = first;
    for (const atom of atoms.slice(1)) {
      let next = at + 1;
      while (next - at <= MOST_SKIPPED && isSkippable(words[next], atom)) next++;
      const word = words[next];
      if (word?.sentence !== words[first]?.sentence || !word || !fits(word, atom)) return undefined;
      at = next;
    }
    return at;
  }

  function isSkippable(word: MessageWord | undefined, atom: Atom): boolean {
    return word !== undefined && !fits(word, atom) && isFiller(word);
  }

  function isFiller(word: MessageWord): boolean {
    return word.exact.some((form) => fillers.has(form));
  }
}

function readAtom(text: string): Atom {
  if (text.startsWith('=')) return { text: text.slice(1), kind: 'exact' };
  if (text.endsWith('*')) return { text: text.slice(0, -1), kind: 'prefix' };
  return { text, kind: 'loose' };
}

function keyOf(atom: Atom | undefined): string {
  return atom === undefined ? '' : `${atom.kind} ${atom.text}`;
}

function keysOf({ exact, loose }: MessageWord): string[] {
  const prefixes = new Set<string>();
  for (const form of exact) {
    for (let length = SHORTEST_PREFIX; length <= Math.min(form.length, LONGEST_PREFIX); length++) {
      prefixes.add(`prefix ${form.slice(0, length)}`);
    }
  }
  return [...exact.map((form) => `exact ${form}`), ...loose.map((form) => `loose ${form}`), ...prefixes];
}

function fits({ exact, loose }: MessageWord, { text, kind }: Atom): boolean {
  if (kind === 'exact') return exact.includes(text);
  if (kind === 'prefix') return exact.some((form) => form.startsWith(text));
  return loose.includes(text);
}

/** First words of terms that an unknown word may be a typo of, found by first letter and length. */
function createNearIndex(terms: readonly Term[]): (word: string) => readonly string[] {
  const firsts = new Map<string, Set<string>>();
  for (const { atoms } of terms) {
    const [first] = atoms;
    if (!first || first.kind === 'prefix' || first.text.length < SHORTEST_TYPO) continue;
    const shelf = first.text.charAt(0);
    firsts.set(shelf, (firsts.get(shelf) ?? new Set()).add(keyOf(first)));
  }
  const cache = new Map<string, readonly string[]>();
  return (word) => {
    if (word.length < SHORTEST_TYPO - 2 || !/^\p{L}+$/u.test(word)) return [];
    let found = cache.get(word);
    if (found === undefined) {
      found = [...(firsts.get(word.charAt(0)) ?? [])].filter((key) => {
        const text = key.slice(key.indexOf(' ') + 1);
        const likeness = likenessOf(word, text);
        return likeness > FEWEST_LIKENESS || (likeness === FEWEST_LIKENESS && word.length >= SHORTEST_TYPO);
      });
      if (cache.size < 20_000) cache.set(word, found);
    }
    return found;
  };
}
