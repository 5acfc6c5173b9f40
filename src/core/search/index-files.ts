import type { Language, Sector } from '../article/browser.ts';
import type { AnalyserData } from './analyse.ts';
import type { CalibrationByMode } from './confidence.ts';

/** Raised by one when a reader of the files must change. */
export const INDEX_VERSION = 1;

/** What search needs of a guide before a reader opens it. */
export interface GuideCard {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * The door of an index: which guides there are, how words are read, and where the rest lies. Terms
 * and cards of a small index stand inside, so that the first answer takes one file.
 */
export interface IndexManifest {
  readonly version: number;
  readonly lang: Language;
  /** Fingerprint of the guides' ids in index order. */
  readonly guides: string;
  /** Sectors with their number of guides, in index order: guides are numbered sector by sector. */
  readonly sectors: readonly (readonly [Sector, number])[];
  readonly analyser: AnalyserData;
  readonly calibration: CalibrationByMode;
  /** Shards of terms in shelf order; `from` is the shelf mark of the first term. */
  readonly terms: readonly { readonly from: string; readonly part: Part }[];
  /** Shards of cards, `size` guides each. */
  readonly cards: { readonly size: number; readonly parts: readonly Part[] };
  /** Shards of passages; `from` is the number of the first guide. */
  readonly passages: readonly { readonly from: number; readonly part: Part }[];
}

/** A part of an index: its text, or the name of the file that has it. */
export type Part = { readonly text: string } | { readonly file: string };

/** File name → text: a whole index, plain data. */
export type IndexFiles = Readonly<Record<string, string>>;

/** Gives the text of a file of the index by its name. */
export type LoadFile = (name: string) => Promise<string>;

/** The name of a language's manifest; the other names are in it and change with their content. */
export function manifestName(lang: Language): string {
  return `${lang}.json`;
}

/** Serves an index from memory. @throws {SearchIndexError} for an unknown name. */
export function loadFrom(files: IndexFiles): LoadFile {
  return (name) => {
    const text = Object.hasOwn(files, name) ? files[name] : undefined;
    return text === undefined
      ? Promise.reject(new SearchIndexError(`The search index has no file ${name}. Build the index again.`))
      : Promise.resolve(text);
  };
}

/** The index cannot be read: a file is missing, broken or of another version. */
export class SearchIndexError extends Error {
  override readonly name = 'SearchIndexError';
}
