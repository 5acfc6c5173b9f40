export * from './browser.ts';
export { buildSearchIndex, type BuildOptions, type SearchParts } from './build-index.ts';
export { readLexicon, LexiconError, type Lexicon } from './lexicon.ts';
export { compareGuides } from './guide-order.ts';
export { buildVectorIndex, embedGuides, rankBySimilarity, roundVectors } from './vector-index.ts';
export type { GuideVectors, SimilarDocument, VectorIndex } from './vector-index.ts';
export { EmbedderMismatchError, type Embedder, type TextKind } from './embedder.ts';
export { estimateAny, readEvidence, shareProbability, weighEvidence } from './confidence.ts';
export type { Calibration, CalibrationByMode, QueryFeatures } from './confidence.ts';
export { judgeRanks, readQuery } from './retrieve.ts';
export type { Found, ReadQuery, Retrieval, Retrieve, SemanticSide } from './retrieve.ts';
export type { RankedDocument } from './rank-documents.ts';
export { openIndex, type OpenIndex } from './open-index.ts';
export { rarity } from './weigh-terms.ts';
export type { MatchKind, QueryTerm, QueryWord } from './expand-query.ts';
export { createStaticEmbedder } from './static-embedder.ts';
export {
  readStaticModel,
  writeStaticModel,
  LARGEST_LEVEL,
  StaticModelError,
  type StaticModel,
} from './static-model.ts';
export { MODEL_FOLDER, vectorFileName } from './open-semantic-side.ts';
export { openVectorBytes, readVectorBytes, writeVectorBytes } from './vector-bytes.ts';
export { listCommonPieces, shardModel, type ModelShards } from './model-shard.ts';
export { CONTINUATION, LONGEST_WORD, splitPieces, splitWords } from './word-pieces.ts';
export { writeVectorLists, type VectorListFiles } from './write-vector-lists.ts';
export { MOST_FLAT_GUIDES } from './vector-lists.ts';
