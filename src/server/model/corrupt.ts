import { pick } from './random.ts';

/** Formal word → the ways in which people write it. */
export type Slang = ReadonlyMap<string, readonly string[]>;

const CHANCE = { slang: 0.4, affix: 0.3, vowels: 0.06, slip: 0.05 } as const;

/**
 * A sentence as somebody in a hurry types it: slang for formal words, spoken affixes, dropped
 * vowels, slips of the finger. The meaning stays, so what is learnt for the one holds for the other.
 */
export function corrupt(text: string, slang: Slang, random: () => number): string {
  return text
    .toLowerCase()
    .split(' ')
    .map((word) => corruptWord(word, slang, random))
    .join(' ');
}

function corruptWord(word: string, slang: Slang, random: () => number): string {
  const written = slang.get(word);
  if (written && random() < CHANCE.slang) return pick(written, random) ?? word;
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word;
  let typed = random() < CHANCE.affix ? speak(word, random) : word;
  if (random() < CHANCE.vowels) typed = dropVowels(typed, random);
  if (random() < CHANCE.slip) typed = slip(typed, random);
  return typed;
}

/** Affixes as they are spoken in Jakarta; those that fit are tried in this order. */
const SPOKEN: readonly (readonly [written: RegExp, spoken: readonly string[]])[] = [
  [/^menge(?=[^aiueo])/, ['nge', '']],
  [/^meng(?=[aiueo])/, ['ng', 'nge']],
  [/^meny(?=[aiueo])/, ['ny']],
  [/^mem(?=[bp])/, ['nge', '', 'm']],
  [/^men(?=[djct])/, ['n', 'nge', '']],
  [/^me(?=[lrmn])/, ['nge', '']],
  [/^ber(?=[a-z]{4})/, ['']],
  [/^ter(?=[a-z]{4})/, ['ke', 'ter']],
  [/kan$/, ['in', 'kn']],
  [/(?<=[bcdgjklmprst])i$/, ['in']],
  [/nya$/, ['ny', 'nya', '']],
];

function speak(word: string, random: () => number): string {
  let spoken = word;
  for (const [written, ways] of SPOKEN) {
    if (written.test(spoken)) spoken = spoken.replace(written, pick(ways, random) ?? '');
  }
  return spoken.length >= 3 ? spoken : word;
}

function dropVowels(word: string, random: () => number): string {
  return word.slice(0, 1) + word.slice(1).replace(/[aiueo]/g, (vowel) => (random() < 0.7 ? '' : vowel));
}

function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  const slips = [
    before + next + letter + after,
    before + next + after,
    before + letter + letter + next + after,
  ];
  return pick(slips, random) ?? word;
}
