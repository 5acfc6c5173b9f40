import type { Language } from '../article/browser.ts';
import type { Lexicon } from '../search/index.ts';
import type { Spelling } from './message-words.ts';

/** How people write, both languages together: one message may mix them. */
export function spellingOf({ id, en }: Readonly<Record<Language, Lexicon>>): Spelling {
  const informal: Record<string, readonly string[]> = { ...id.informal };
  for (const [formal, words] of Object.entries(en.informal)) {
    informal[formal] = [...(informal[formal] ?? []), ...words];
  }
  const formal = Object.keys(informal).filter((word) => !word.includes(' '));
  return {
    informal,
    roots: id.roots,
    ordinary: [...id.functionWords, ...en.functionWords, ...id.roots, ...formal],
  };
}
