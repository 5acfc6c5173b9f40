import type { Sector } from '../article/browser.ts';
import { blendScores, type SideScores } from './blend-scores.ts';
import { estimateAny, shareProbability, weighEvidence, type QueryFeatures } from './confidence.ts';
import type { Embedder } from './embedder.ts';
import { expandQuery, type QueryWord } from './expand-query.ts';
import type { SearchRequest } from './hit.ts';
import { SearchIndexError } from './index-files.ts';
import type { VectorLists } from './near-vectors.ts';
import type { LoadedTerms, OpenIndex } from './open-index.ts';
import { rankDocuments, type RankedDocument } from './rank-documents.ts';
import { supportSectors } from './support-sectors.ts';
import { rankBySimilarity, type SimilarDocument, type VectorIndex } from './vector-index.ts';
import { rarity } from './weigh-terms.ts';

/** The side of search that compares meanings; both halves must come from one model. */
export interface SemanticSide {
  readonly embedder: Embedder;
  readonly vectors: VectorIndex | VectorLists;
}

/** One guide as it was found, with everything that placed it. Ranks count from 1. */
export interface Found {
  readonly document: number;
  readonly score: number;
  readonly confidence: number;
  readonly lexical?: { readonly rank: number; readonly score: number };
  readonly semantic?: { readonly rank: number; readonly similarity: number };
}

/** What one query found, before anything is drawn. */
export interface Retrieval {
  readonly words: readonly QueryWord[];
  /** How much each term of the query tells: its weight times its rarity. */
  readonly importance: ReadonlyMap<string, number>;
  readonly features: QueryFeatures;
  /** Probability that some guide answers. */
  readonly any: number;
  readonly mode: 'lexical' | 'fused';
  /** Best first. */
  readonly found: readonly Found[];
}

/** Words beyond this many are not read: a question has said what it can by then. */
const MOST_WORDS = 80;

/** What is asked of an index: a query, perhaps within a sector. */
export type Question = Pick<SearchRequest, 'query' | 'sector'>;

/** Finds and orders the guides for a question, in whatever holds them. */
export type Retrieve = (question: Question, index: OpenIndex) => Promise<Retrieval>;

/** A query as the index understands it. */
export interface ReadQuery {
  readonly words: readonly QueryWord[];
  /** The weight of each term, the highest where words share one. */
  readonly weights: ReadonlyMap<string, number>;
  readonly terms: LoadedTerms;
}

/** Finds and orders the guides for a query. A query without a meaningful word finds nothing lexically. */
export async function retrieve(
  question: Question,
  index: OpenIndex,
  semantic?: SemanticSide,
): Promise<Retrieval> {
  const read = await readQuery(question.query, index);
  const inSector = ({ document }: { document: number }) =>
    question.sector === undefined || index.sectorOf(document) === question.sector;
  const lexical = rankDocuments(read.weights, read.terms.postings, index.documentCount).filter(inSector);
  const similar = semantic && (await findSimilar(question.query, lexical, index, semantic)).filter(inSector);
  return judgeRanks(read, lexical, similar, index);
}

/** Reads a query: spelling and slang, stems, related words, typing errors. */
export async function readQuery(query: string, index: OpenIndex): Promise<ReadQuery> {
  const analysed = index.analyser.analyse(query).slice(0, MOST_WORDS);
  const terms = await index.loadTerms(analysed);
  const isTyping = /[\p{L}\p{N}]$/u.test(query);
  const words = expandQuery(analysed, index.analyser, terms, isTyping);
  return { words, weights: weighQuery(words), terms };
}

/**
 * Puts together what words and meanings found, each best first, and says how likely it is right. `similar` is
 * undefined where only words were compared; a guide that it lacks counts as of no similar meaning.
 */
export function judgeRanks(
  { words, weights, terms }: ReadQuery,
  lexical: readonly RankedDocument[],
  similar: readonly SimilarDocument[] | undefined,
  index: Pick<OpenIndex, 'documentCount' | 'calibration' | 'sectorOf'>,
): Retrieval {
  const rarest = words.reduce((sum, word) => sum + rarityOf(word, terms, index.documentCount), 0);
  const fused = fuse(lexical, similar, 1 + rarest, ({ document }) => index.sectorOf(document));
  const similarity = similar?.[0]?.similarity ?? 0;
  const features = describe(words, terms, lexical, similarity, rarest, index.documentCount);
  const mode = similar ? 'fused' : 'lexical';
  const calibration = index.calibration[mode];
  const any = fused.length === 0 ? 0 : estimateAny(features, calibration);
  const scores = fused.map(({ score }) => score);
  const shares = shareProbability(weighEvidence(scores, mode, words.length), any, calibration);
  return {
    words,
    importance: new Map(
      [...weights].map(([term, weight]) => [
        term,
        weight * rarity(terms.frequency(term), index.documentCount),
      ]),
    ),
    features,
    any,
    mode,
    found: fused.map((found, place) => ({ ...found, confidence: shares[place] ?? 0 })),
  };
}

function weighQuery(words: readonly QueryWord[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { term, weight } of words.flatMap((word) => word.terms)) {
    weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  }
  return weights;
}

type Fused = Omit<Found, 'confidence'>;

function fuse(
  lexical: readonly RankedDocument[],
  similar: readonly SimilarDocument[] | undefined,
  fullScore: number,
  sectorOf: (found: Fused) => Sector | undefined,
): Fused[] {
  const byWords = new Map(
    lexical.map(({ document, score }, place) => [document, { rank: place + 1, score }]),
  );
  if (!similar) {
    return lexical.map(({ document, score }, place) => ({
      document,
      score,
      lexical: { rank: place + 1, score },
    }));
  }
  const byMeaning = new Map(
    similar.map(({ document, similarity }, place) => [document, { rank: place + 1, similarity }]),
  );
  const sides = new Map<number, SideScores>();
  for (const [document, { score }] of byWords) sides.set(document, { lexical: score / fullScore });
  for (const [document, { similarity }] of byMeaning) {
    sides.set(document, { ...sides.get(document), similarity });
  }
  const blended = blendScores(sides).map(({ id: document, score }): Fused => {
    const [lexicalPlace, semanticPlace] = [byWords.get(document), byMeaning.get(document)];
    return {
      document,
      score,
      ...(lexicalPlace && { lexical: lexicalPlace }),
      ...(semanticPlace && { semantic: semanticPlace }),
    };
  });
  return supportSectors(blended, sectorOf);
}

/** A guide that only words found and that lies in no list that was read is taken to be as near as the best of those may be. */
async function findSimilar(
  query: string,
  lexical: readonly RankedDocument[],
  index: OpenIndex,
  { embedder, vectors }: SemanticSide,
): Promise<SimilarDocument[]> {
  if (vectors.guides !== index.guides) {
    throw new SearchIndexError('The vectors and the search index are of different guides. Build both again.');
  }
  const { found, elsewhere } = await rankBySimilarity(query, vectors, embedder);
  if (elsewhere === 0) return [...found];
  const read = new Set(found.map(({ document }) => document));
  const others = lexical.filter(({ document }) => !read.has(document));
  return [...found, ...others.map(({ document }) => ({ document, similarity: elsewhere }))].sort(
    (a, b) => b.similarity - a.similarity,
  );
}

function describe(
  words: readonly QueryWord[],
  terms: LoadedTerms,
  lexical: readonly RankedDocument[],
  similarity: number,
  total: number,
  documentCount: number,
): QueryFeatures {
  const best = lexical[0];
  if (!best || total === 0) return { coverage: 0, strength: 0, lead: 0, known: 0, similarity };
  const covered = words.reduce((sum, word) => {
    const share = Math.max(
      0,
      ...word.terms.filter(({ term }) => has(terms, term, best.document)).map(({ weight }) => weight),
    );
    return sum + share * rarityOf(word, terms, documentCount);
  }, 0);
  return {
    coverage: covered / total,
    strength: best.score / (1 + total),
    lead: 1 - (lexical[1]?.score ?? 0) / best.score,
    known: words.filter((word) => word.terms.length > 0).length / words.length,
    similarity,
  };
}

/** A word that the index does not know is as rare as one that no guide has. */
function rarityOf(word: QueryWord, terms: LoadedTerms, documentCount: number): number {
  const frequencies = word.terms.map(({ term }) => terms.frequency(term));
  return rarity(Math.max(0, ...frequencies), documentCount);
}

function has(terms: LoadedTerms, term: string, document: number): boolean {
  return terms.postings(term).some((posting) => posting.document === document);
}
