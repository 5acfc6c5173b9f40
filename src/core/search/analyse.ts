import lunr from 'lunr';
import type { Language, Sector } from '../article/browser.ts';
import { readWords, stemIndonesian, type Word } from '../text/browser.ts';

/** What the analysis of one language needs to know; travels inside the index, lists as words with blanks between. */
export interface AnalyserData {
  readonly lang: Language;
  /** Formal words → the informal ones. */
  readonly informal: Readonly<Record<string, string>>;
  readonly functionWords: string;
  /** Groups of terms that name nearly the same thing. */
  readonly related: readonly string[];
  /** The words that speak of each sector. */
  readonly sectors: Readonly<Partial<Record<Sector, string>>>;
  /** Undefined switches stemming off. */
  readonly roots?: string;
}

/** A word of a text with the terms that stand for it in the index: the form itself, then its root. */
export interface AnalysedWord extends Word {
  readonly terms: readonly string[];
}

export interface Analyser {
  /** The words of a text that mean something, in order. Function words and numbers are left out. */
  analyse(text: string): AnalysedWord[];
  /** Terms that name nearly the same thing as this one. */
  related(term: string): readonly string[];
  /** The sector that a term speaks of, as the term that all guides of the sector carry. */
  sectorTerm(term: string): string | undefined;
}

/** The term that all guides of a sector carry; no text can contain it. */
export function sectorTerm(sector: Sector): string {
  return `@${sector}`;
}

const NUMBER = /^\d+(?:\p{L}{1,2}|ribu|juta|hari|menit|detik|bulan|tahun|kali)?$/u;
const CLITIC = /(?:nya|ku|mu|lah|kah|pun)$/;

/**
 * Spelling and slang, then function words, then stemming: the same for guides and for queries.
 * The unstemmed form stays as a term of its own, so that it can weigh more than its root.
 */
export function createAnalyser(data: AnalyserData): Analyser {
  const informal = invert(data.informal);
  const stem = createStemmer(data);
  const sectors = new Map(
    [...invert(data.sectors)].map(([word, sector]) => [stem(word), sectorTerm(sector)]),
  );
  const functionWords = new Set(data.functionWords.split(' '));
  const groups = groupByTerm(data.related, stem);
  const cache = new Map<string, readonly string[]>();

  const findTerms = (word: string): readonly string[] => {
    const formal = informal.get(word) ?? informal.get(word.replace(CLITIC, '')) ?? word;
    // A formal word may itself be written otherwise in guides: "refund" → "pengembalian dana" → "uang".
    const parts = formal.split(' ').flatMap((part) => (informal.get(part) ?? part).split(' '));
    const terms = parts.flatMap((part) => {
      if (functionWords.has(part) || part.length < 2 || (NUMBER.test(part) && part === word)) return [];
      const root = stem(part);
      if (functionWords.has(root)) return [];
      return root === part ? [part] : [part, root];
    });
    return [...new Set(terms)];
  };

  const termsOf = (word: string): readonly string[] => {
    let terms = cache.get(word);
    if (terms === undefined) {
      terms = findTerms(word);
      cache.set(word, terms);
    }
    return terms;
  };

  return {
    analyse: (text) =>
      readWords(text).flatMap((word) => {
        const terms = termsOf(word.text);
        return terms.length === 0 ? [] : [{ ...word, terms }];
      }),
    related: (term) => groups.get(term) ?? [],
    sectorTerm: (term) => sectors.get(term),
  };
}

/** Word → the key whose list has it. */
function invert<Key extends string>(lists: Readonly<Partial<Record<Key, string>>>): Map<string, Key> {
  // Object.entries widens the keys of a record to string.
  const entries = Object.entries(lists) as [Key, string][];
  return new Map(entries.flatMap(([key, words]) => words.split(' ').map((word) => [word, key] as const)));
}

function createStemmer({ lang, roots }: AnalyserData): (word: string) => string {
  if (roots === undefined) return (word) => word;
  if (lang === 'en') return (word) => lunr.stemmer(new lunr.Token(word, {})).toString();
  const known = new Set(roots.split(' '));
  return (word) => stemIndonesian(word, known);
}

function groupByTerm(groups: AnalyserData['related'], stem: (word: string) => string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const group of groups) {
    const terms = group.split(' ').map(stem);
    for (const term of terms) {
      const others = terms.filter((other) => other !== term);
      found.set(term, [...new Set([...(found.get(term) ?? []), ...others])]);
    }
  }
  return found;
}
