import { LANGUAGES, type Language, type Sector } from '../article/browser.ts';
import { createAnalyser, type AnalysedWord, type Analyser } from './analyse.ts';
import type { AnalysedPassage } from './choose-passage.ts';
import type { CalibrationByMode } from './confidence.ts';
import type { Vocabulary } from './expand-query.ts';
import { INDEX_VERSION, manifestName, SearchIndexError } from './index-files.ts';
import type { GuideCard, IndexManifest, LoadFile, Part } from './index-files.ts';
import { decodeTerms, shelfMark } from './term-shard.ts';
import type { Posting } from './weigh-terms.ts';

/** The terms of one query's neighbourhood, loaded. */
export interface LoadedTerms extends Vocabulary {
  readonly postings: (term: string) => readonly Posting[];
}

/** One language's index, open; parts are fetched when asked for, each once. */
export interface OpenIndex {
  readonly analyser: Analyser;
  readonly calibration: CalibrationByMode;
  readonly documentCount: number;
  /** Fingerprint of the guides' ids in index order. */
  readonly guides: string;
  sectorOf(document: number): Sector | undefined;
  loadTerms(words: readonly AnalysedWord[]): Promise<LoadedTerms>;
  loadCard(document: number): Promise<GuideCard>;
  loadPassages(document: number): Promise<readonly AnalysedPassage[]>;
}

/**
 * Opens the index of a language.
 * @throws {SearchIndexError} when the manifest is not one that this code can read.
 */
export async function openIndex(lang: Language, load: LoadFile): Promise<OpenIndex> {
  const manifest = readManifest(await load(manifestName(lang)), lang);
  const analyser = createAnalyser(manifest.analyser);
  const once = remember<unknown>();
  const read = <Value>(part: Part, parse: (text: string) => Value): Promise<Value> => {
    const key = 'file' in part ? part.file : part;
    // One part is always parsed the same way, so what is remembered has the type asked for.
    return once(key, async () => parse('file' in part ? await load(part.file) : part.text)) as Promise<Value>;
  };
  const documentCount = manifest.sectors.reduce((sum, [, count]) => sum + count, 0);

  return {
    analyser,
    calibration: manifest.calibration,
    documentCount,
    guides: manifest.guides,
    sectorOf: (document) => sectorOf(document, manifest),
    async loadTerms(words) {
      const wanted = new Set(
        words.flatMap((word) => shelvesOf(word, analyser)).flatMap((mark) => findShards(mark, manifest)),
      );
      const loaded = new Map<number, Map<string, Posting[]>>();
      await Promise.all(
        [...wanted].map(async (shard) => {
          const part = manifest.terms[shard]?.part;
          if (part) loaded.set(shard, await read(part, decodeTerms));
        }),
      );
      const postings = (term: string) => {
        for (const shard of loaded.values()) {
          const found = shard.get(term);
          if (found) return found;
        }
        return [];
      };
      return {
        postings,
        frequency: (term) => postings(term).length,
        *near(word) {
          for (const shard of findShards(shelfMark(word), manifest)) yield* loaded.get(shard)?.keys() ?? [];
        },
      };
    },
    async loadCard(document) {
      const { size, parts } = manifest.cards;
      const part = parts[Math.floor(document / size)];
      const card = part && (await read(part, (text) => JSON.parse(text) as GuideCard[]))[document % size];
      if (!card)
        throw new SearchIndexError(
          `The search index has no guide number ${document}. Build the index again.`,
        );
      return card;
    },
    async loadPassages(document) {
      const shard = manifest.passages.findLast(({ from }) => from <= document);
      if (!shard) return [];
      const guides = await read(shard.part, (text) => readPassages(text, analyser));
      return guides[document - shard.from] ?? [];
    },
  };
}

function readPassages(text: string, analyser: Analyser): AnalysedPassage[][] {
  const guides = JSON.parse(text) as [anchor: string, text: string][][];
  return guides.map((passages) =>
    passages.map(([anchor, passage]) => ({ anchor, text: passage, words: analyser.analyse(passage) })),
  );
}

function readManifest(text: string, lang: Language): IndexManifest {
  let manifest: Partial<IndexManifest>;
  try {
    manifest = JSON.parse(text) as Partial<IndexManifest>;
  } catch (cause) {
    throw new SearchIndexError(`${manifestName(lang)} is not JSON. Build the index again.`, { cause });
  }
  if (manifest.version !== INDEX_VERSION || manifest.lang !== lang || !LANGUAGES.includes(lang)) {
    throw new SearchIndexError(
      `${manifestName(lang)} is a search index of version ${String(manifest.version)}, language ${String(manifest.lang)}; ` +
        `this code reads version ${INDEX_VERSION}, language ${lang}. Build the index again.`,
    );
  }
  // The version says that buildSearchIndex of this code wrote it.
  return manifest as IndexManifest;
}

function shelvesOf(word: AnalysedWord, analyser: Analyser): string[] {
  const terms = [word.text, ...word.terms];
  const others = word.terms.flatMap((term) => [...analyser.related(term), analyser.sectorTerm(term) ?? term]);
  return [...terms, ...others].map(shelfMark);
}

/** The shards in which a mark, or longer marks that begin with it, may stand: one, or two at a border. */
function findShards(mark: string, { terms }: IndexManifest): number[] {
  const shards: number[] = [];
  for (const [index, { from }] of terms.entries()) {
    const next = terms[index + 1]?.from;
    if (from <= mark && (next === undefined || mark < next)) shards.push(index);
    else if (from.startsWith(mark) && mark.length > 1 && shards.length === 1) shards.push(index);
  }
  return shards.length === 0 && terms.length > 0 ? [0] : shards;
}

function sectorOf(document: number, { sectors }: IndexManifest): Sector | undefined {
  let end = 0;
  return sectors.find(([, count]) => document < (end += count))?.[0];
}

function remember<Value>(): (key: unknown, make: () => Promise<Value>) => Promise<Value> {
  const made = new Map<unknown, Promise<Value>>();
  return (key, make) => {
    let value = made.get(key);
    if (!value) {
      value = make();
      made.set(key, value);
      // A failed fetch may succeed the next time.
      value.catch(() => made.delete(key));
    }
    return value;
  };
}
