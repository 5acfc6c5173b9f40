import { z } from 'zod';
import { SECTORS } from '../article/browser.ts';

const word = z.string().regex(/^[\p{Ll}\p{N}]+$/u, 'write one word in lower case, letters and digits only');
const words = z.array(word);
const formal = z
  .string()
  .regex(/^[\p{Ll}\p{N}]+(?: [\p{Ll}\p{N}]+)*$/u, 'write lower-case words separated by one blank');

const lexiconSchema = z.strictObject({
  /** As guides write it → the ways in which people write it. */
  informal: z.record(formal, words),
  /** Words that say nothing about the problem. */
  functionWords: words,
  /** Groups of words that name nearly the same thing in this field. */
  related: z.array(words),
  /** Words that place a question in a sector: names of services, the people and papers of the trade. */
  sectors: z.partialRecord(z.enum(SECTORS), words),
  /** Roots that the stemmer may reach; Indonesian only. */
  roots: words.default([]),
});

/** What one language's `content/lexicon/<lang>.yaml` says. */
export type Lexicon = z.infer<typeof lexiconSchema>;

/** A lexicon that does not have the form of {@link Lexicon}. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError';
}

/**
 * Checks the parsed YAML of a lexicon; `file` names it in messages.
 * @throws {LexiconError} that lists everything wrong, the same informal word given twice included.
 */
export function readLexicon(parsed: unknown, file: string): Lexicon {
  const result = lexiconSchema.safeParse(parsed);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new LexiconError(`${file} is not a lexicon:\n${problems.join('\n')}`);
  }
  const twice = findRepeated(result.data.informal);
  if (twice.length > 0) {
    throw new LexiconError(`${file} gives more than one meaning to: ${twice.join(', ')}. Keep one of them.`);
  }
  return result.data;
}

function findRepeated(informal: Lexicon['informal']): string[] {
  const all = Object.values(informal).flat();
  return [...new Set(all.filter((word, index) => all.indexOf(word) !== index))];
}
