import type { Example } from './example.ts';
import { pick } from './random.ts';

const CHANCE_OF_RAMBLING = 0.35;
const MOST_WORDS = 10;

/**
 * Gives a function that puts a piece of some other Indonesian sentence behind a text now and then, as
 * people do who tell their whole day: what counts must be heard through it.
 */
export function openRamble(examples: readonly Example[], random: () => number): (text: string) => string {
  const sentences = examples.flatMap(({ id }) => id.slice(0, 1));
  return (text) => {
    if (random() >= CHANCE_OF_RAMBLING) return text;
    const words = (pick(sentences, random) ?? '').split(' ');
    const start = Math.floor(random() * words.length);
    const length = 1 + Math.floor(random() * MOST_WORDS);
    return [text, ...words.slice(start, start + length)].join(' ');
  };
}
