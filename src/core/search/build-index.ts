import { SECTORS, type Article, type Language, type Service } from '../article/browser.ts';
import { readWords } from '../text/browser.ts';
import { fingerprint } from './fingerprint.ts';
import { compareGuides, nameGuides } from './guide-order.ts';
import { createAnalyser, sectorTerm, type Analyser, type AnalyserData } from './analyse.ts';
import type { CalibrationByMode } from './confidence.ts';
import { DEFAULT_CALIBRATION } from './default-calibration.ts';
import {
  INDEX_VERSION,
  manifestName,
  type GuideCard,
  type IndexFiles,
  type IndexManifest,
  type Part,
} from './index-files.ts';
import type { Lexicon } from './lexicon.ts';
import { readPassages } from './passages.ts';
import { compareTerms, encodeTerms, shelfMark } from './term-shard.ts';
import { weighTerms, WEIGHT_LEVELS, type FieldTerms, type Posting } from './weigh-terms.ts';

/** Parts of search that an evaluation can take away; all on by default. */
export interface SearchParts {
  readonly slang?: boolean;
  readonly asks?: boolean;
  readonly stemming?: boolean;
  readonly related?: boolean;
  readonly sectors?: boolean;
}

export interface BuildOptions {
  /** Default: the one that ships with the code. */
  readonly calibration?: CalibrationByMode;
  /** Services whose names place a question in their sector, beside those of the lexicon. */
  readonly services?: readonly Service[];
  readonly parts?: SearchParts;
}

/** A shard of terms is closed at this many characters: a query of ten words takes twenty of them. */
const TERM_SHARD_CHARACTERS = 5_000;
/** A shard of passages: a handful of guides, about one radio round trip. */
const PASSAGE_SHARD_CHARACTERS = 16_000;
/** Terms and cards together up to this size stand inside the manifest. */
const INLINE_CHARACTERS = 80_000;
const CARDS_PER_SHARD = 64;

/**
 * Builds the search index of one language as files: the manifest, and parts named by their content.
 * Articles of other languages are left out; no article gives an index that finds nothing.
 * The result is plain data and the same for the same input.
 */
export function buildSearchIndex(
  articles: readonly Article[],
  lang: Language,
  lexicon: Lexicon,
  options: BuildOptions = {},
): IndexFiles {
  const guides = articles.filter((article) => article.lang === lang).sort(compareGuides);
  const parts = options.parts ?? {};
  const analyserData = readAnalyserData(lang, lexicon, options);
  const analyser = createAnalyser(analyserData);
  const terms = new Map([
    ...weighTerms(guides.map((guide) => readFields(guide, analyser, parts))),
    ...weighSectors(guides),
  ]);
  const files: Record<string, string> = {};
  const termShards = shardTerms(terms);
  const cardShards = shardCards(guides);
  const inside =
    [...termShards, ...cardShards].reduce((sum, { text }) => sum + text.length, 0) <= INLINE_CHARACTERS;
  const place = (kind: string, text: string, inline: boolean): Part => {
    if (inline) return { text };
    const file = `${lang}-${kind}-${fingerprint(text)}.txt`;
    files[file] = text;
    return { file };
  };
  const manifest: IndexManifest = {
    version: INDEX_VERSION,
    lang,
    guides: nameGuides(guides),
    sectors: countSectors(guides),
    analyser: analyserData,
    calibration: options.calibration ?? DEFAULT_CALIBRATION,
    terms: termShards.map(({ from, text }) => ({ from, part: place('terms', text, inside) })),
    cards: { size: CARDS_PER_SHARD, parts: cardShards.map(({ text }) => place('cards', text, inside)) },
    passages: shardPassages(guides).map(({ from, text }) => ({ from, part: place('passages', text, false) })),
  };
  files[manifestName(lang)] = JSON.stringify(manifest);
  return files;
}

function readAnalyserData(
  lang: Language,
  lexicon: Lexicon,
  { parts = {}, services = [] }: BuildOptions,
): AnalyserData {
  const spoken = Object.entries(parts.slang === false ? {} : lexicon.informal);
  const data: AnalyserData = {
    lang,
    informal: Object.fromEntries(spoken.map(([formal, words]) => [formal, words.join(' ')])),
    functionWords: lexicon.functionWords.join(' '),
    related: parts.related === false ? [] : lexicon.related.map((group) => group.join(' ')),
    sectors: parts.sectors === false ? {} : readSectorWords(lexicon, services),
  };
  if (parts.stemming === false) return data;
  return { ...data, roots: lexicon.roots.join(' ') };
}

/** The lexicon's words, and names of services; in a name of several words, each may mean anything. */
function readSectorWords(lexicon: Lexicon, services: readonly Service[]): AnalyserData['sectors'] {
  const names = services.map(({ name, sector }) => ({
    sector,
    words: readWords(name).map(({ text }) => text),
  }));
  const lists = SECTORS.map((sector) => {
    const listed = lexicon.sectors[sector] ?? [];
    const named = names.filter((service) => service.sector === sector && service.words.length === 1);
    return [sector, [...new Set([...named.flatMap(({ words }) => words), ...listed])].join(' ')] as const;
  });
  return Object.fromEntries(lists);
}

function weighSectors(guides: readonly Article[]): Map<string, Posting[]> {
  const postings = guides.map(({ sector }, document) => ({ sector, document, level: WEIGHT_LEVELS }));
  const bySector = Map.groupBy(postings, ({ sector }) => sectorTerm(sector));
  return new Map(
    [...bySector].map(([term, found]) => [term, found.map(({ document, level }) => ({ document, level }))]),
  );
}

function readFields(guide: Article, analyser: Analyser, parts: SearchParts): FieldTerms {
  const read = (texts: readonly string[]) =>
    texts.flatMap((text) => analyser.analyse(text).map(({ terms }) => terms));
  return {
    title: read([guide.title]),
    asks: parts.asks === false ? [] : read(guide.asks),
    description: read([guide.description]),
    symptoms: read(guide.symptoms.map(({ text }) => text)),
    steps: read(guide.steps.map(({ action, detail }) => `${action.text} ${detail.text}`)),
  };
}

function shardTerms(terms: ReadonlyMap<string, readonly Posting[]>): { from: string; text: string }[] {
  const ordered = [...terms].sort(([a], [b]) => compareTerms(a, b));
  const size = ([term, postings]: (typeof ordered)[number]) => term.length + 2 * postings.length;
  // Terms with one shelf mark stay together, so that a mark names one shard.
  const sameShard = ([a]: (typeof ordered)[number], [b]: (typeof ordered)[number]) =>
    shelfMark(a) === shelfMark(b);
  return shard(ordered, TERM_SHARD_CHARACTERS, size, sameShard).map((entries) => ({
    from: shelfMark(entries[0]?.[0] ?? ''),
    text: encodeTerms(entries),
  }));
}

function shardCards(guides: readonly Article[]): { text: string }[] {
  const cards = guides.map(({ id, title, description }): GuideCard => ({ id, title, description }));
  return Array.from({ length: Math.ceil(cards.length / CARDS_PER_SHARD) }, (_, index) => ({
    text: JSON.stringify(cards.slice(index * CARDS_PER_SHARD, (index + 1) * CARDS_PER_SHARD)),
  }));
}

function shardPassages(guides: readonly Article[]): { from: number; text: string }[] {
  const texts = guides.map((guide) =>
    JSON.stringify(readPassages(guide).map(({ anchor, text }) => [anchor, text])),
  );
  let from = 0;
  return shard(
    texts,
    PASSAGE_SHARD_CHARACTERS,
    (text) => text.length,
    () => false,
  ).map((group) => {
    const first = from;
    from += group.length;
    return { from: first, text: `[${group.join(',')}]` };
  });
}

function shard<Item>(
  items: readonly Item[],
  characters: number,
  size: (item: Item) => number,
  together: (a: Item, b: Item) => boolean,
): Item[][] {
  const shards: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const current = shards.at(-1);
    const last = current?.at(-1);
    if (current && last !== undefined && (room >= size(item) || together(last, item))) current.push(item);
    else {
      shards.push([item]);
      room = characters;
    }
    room -= size(item);
  }
  return shards;
}

function countSectors(guides: readonly Article[]): IndexManifest['sectors'] {
  const counts = new Map<Article['sector'], number>();
  for (const { sector } of guides) counts.set(sector, (counts.get(sector) ?? 0) + 1);
  return [...counts];
}
