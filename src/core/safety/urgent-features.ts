import { findIdeas, NEGATORS } from './find-ideas.ts';
import { createWordReader, type MessageWord, type Spelling } from './message-words.ts';
import { createTermMatcher, type TermMatch } from './term-matcher.ts';
import type { UrgentPolicy } from './urgent-policy.ts';

/** Something that a message shows, with its weight in this message and the words that show it. */
export interface UrgentFeature {
  /** The kind in one letter and what was seen: "w curi", "b saya kasih", "p kasih kode", "n kirim", "i gave", "f gave secret", "e < tolong". */
  readonly name: string;
  readonly value: number;
  /** Numbers of the words. */
  readonly words: readonly number[];
}

export interface ReadMessage {
  readonly words: readonly MessageWord[];
  readonly features: readonly UrgentFeature[];
}

/** How far apart, in words, two ideas still make a frame. */
const FRAME_REACH = 8;
/** How many different words of a message are paired with one another. */
const MOST_PAIRED = 40;
/** How many words after a denial, a condition or a time long ago are read in its light. */
const TURN_REACH = 3;

/** How much each kind counts, all features of the kind together; ideas count one by one. */
const KIND_WEIGHT = { w: 3, b: 2, p: 1.3, n: 1, f: 2, e: 1.5 } as const;
const IDEA_WEIGHT = 0.5;

type Kind = keyof typeof KIND_WEIGHT | 'i';
type Seen = Readonly<Record<Kind, Map<string, readonly number[]>>>;

/**
 * Makes what reads a message into features: its words by their roots (w), words in a row (b), two words
 * anywhere in it (p), words after one that turns their meaning (n), its ideas (i), how it begins and ends (e),
 * and frames (f): one idea and a later one near it, so that "aku kasih kode" differs from "ga aku kasih kode"
 * and from "dikasih kode sama aplikasi".
 */
export function createFeatureReader(policy: UrgentPolicy, spelling: Spelling): (text: string) => ReadMessage {
  const terms = [...policy.negators, ...Object.values(policy.ideas).flat()];
  const read = createWordReader(
    spelling,
    terms.filter((term) => /^\p{L}+$/u.test(term)),
  );
  const match = createTermMatcher(
    { ...policy.ideas, [NEGATORS]: policy.negators },
    new Set(policy.fillers),
    new Set(spelling.ordinary),
  );
  const turns = new Set(policy.turns);
  return (text) => {
    const words = read(text);
    const seen: Seen = {
      w: new Map(),
      b: new Map(),
      p: new Map(),
      n: new Map(),
      i: new Map(),
      f: new Map(),
      e: new Map(),
    };
    seeWords(words, turns, seen);
    seePairs(words, seen);
    seeEdges(text, words, seen);
    seeIdeas(findIdeas(words, match(words)), words, seen);
    return { words, features: weigh(seen) };
  };
}

function seeWords(words: readonly MessageWord[], turns: ReadonlySet<string>, seen: Seen): void {
  let turned = 0;
  words.forEach(({ root, formal, sentence }, at) => {
    const before = words[at - 1];
    if (before?.sentence !== sentence) turned = 0;
    add(seen.w, root, [at]);
    if (formal !== root) add(seen.w, formal, [at]);
    add(seen.b, `${before?.root ?? '^'} ${root}`, before ? [at - 1, at] : [at]);
    if (turned > 0) add(seen.n, root, [at]);
    turned = turns.has(root) ? TURN_REACH : turned - 1;
  });
}

function seePairs(words: readonly MessageWord[], seen: Seen): void {
  const first = new Map<string, number>();
  for (const [at, { root }] of words.entries()) {
    if (first.size === MOST_PAIRED) break;
    if (first.has(root)) continue;
    for (const [other, where] of first) {
      add(seen.p, other < root ? `${other} ${root}` : `${root} ${other}`, [where, at]);
    }
    first.set(root, at);
  }
}

/** What is asked stands at the ends of a message: "tolong …", "… gimana caranya", a question mark. */
function seeEdges(text: string, words: readonly MessageWord[], seen: Seen): void {
  const [first, last, before] = [words[0], words.at(-1), words.at(-2)];
  if (!first || !last) return;
  const end = words.length - 1;
  add(seen.e, `< ${first.root}`, [0]);
  add(seen.e, `> ${last.root}`, [end]);
  if (before) add(seen.e, `> ${before.root} ${last.root}`, [end - 1, end]);
  if (text.slice(last.end).trimEnd().endsWith('?')) add(seen.e, '?', [end]);
}

function seeIdeas(ideas: readonly TermMatch[], words: readonly MessageWord[], seen: Seen): void {
  const place = ({ first }: TermMatch) => words[first]?.place ?? 0;
  ideas.forEach((one, at) => {
    add(seen.i, one.idea, [one.first]);
    for (let next = at + 1; next < ideas.length; next++) {
      const other = ideas[next];
      if (!other || place(other) - place(one) > FRAME_REACH) break;
      if (other.idea !== one.idea) add(seen.f, `${one.idea} ${other.idea}`, [one.first, other.first]);
    }
  });
}

function add(to: Map<string, readonly number[]>, name: string, words: readonly number[]): void {
  if (!to.has(name)) to.set(name, words);
}

/** A long message has more features of a kind, each of which then counts less. */
function weigh(seen: Seen): UrgentFeature[] {
  return (Object.keys(seen) as Kind[]).flatMap((kind) => {
    const value = kind === 'i' ? IDEA_WEIGHT : KIND_WEIGHT[kind] / Math.sqrt(seen[kind].size);
    return [...seen[kind]].map(([name, words]) => ({ name: `${kind} ${name}`, value, words }));
  });
}
