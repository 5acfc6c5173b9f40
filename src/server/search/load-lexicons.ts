import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import { LexiconError, readLexicon, type Lexicon } from '../../core/search/index.ts';

/** The lexicon of each language. */
export type Lexicons = Readonly<Record<Language, Lexicon>>;

/** What a language without a lexicon has. */
const EMPTY = { informal: {}, functionWords: [], related: [], sectors: {} };

/**
 * Reads `<root>/content/lexicon/<lang>.yaml`; a language without one gets an empty lexicon.
 * @throws {LexiconError} when one cannot be read, with its file and everything wrong in it.
 */
export async function loadLexicons(root: string): Promise<Lexicons> {
  const read = await Promise.all(
    LANGUAGES.map(async (lang) => [lang, await loadLexicon(root, lang)] as const),
  );
  // One entry for each language, in its order.
  return Object.fromEntries(read) as Record<Language, Lexicon>;
}

async function loadLexicon(root: string, lang: Language): Promise<Lexicon> {
  const file = `content/lexicon/${lang}.yaml`;
  const text = await readIfThere(path.join(root, file));
  if (text === undefined) return readLexicon(EMPTY, file);
  let parsed: unknown;
  try {
    parsed = parse(text);
  } catch (cause) {
    throw new LexiconError(`${file} is not YAML: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
  return readLexicon(parsed, file);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
