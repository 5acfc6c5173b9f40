export * from './browser.ts';
export { buildSearchIndex, type BuildOptions, type SearchParts } from './build-index.ts';
export { readLexicon, LexiconError, type Lexicon } from './lexicon.ts';
export { buildVectorIndex, type VectorIndex } from './vector-index.ts';
export { EmbedderMismatchError, type Embedder, type TextKind } from './embedder.ts';
export { estimateAny, shareProbability, weighEvidence } from './confidence.ts';
export type { Calibration, CalibrationByMode, QueryFeatures } from './confidence.ts';
export { judgeRanks, readQuery } from './retrieve.ts';
export type { Found, ReadQuery, Retrieval, Retrieve, SemanticSide } from './retrieve.ts';
export type { RankedDocument } from './rank-documents.ts';
export type { SimilarDocument } from './vector-index.ts';
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
export { readVectorBytes, writeVectorBytes } from './vector-bytes.ts';
export { listCommonPieces, shardModel, type ModelShards } from './model-shard.ts';
export { CONTINUATION, LONGEST_WORD, splitPieces, splitWords } from './word-pieces.ts';
export { buildVectorFiles } from './vector-files.ts';
export { openVectorSearch, type Effort, type VectorSearch } from './vector-search.ts';
export type { LoadBytes, VectorFiles } from './vector-door.ts';
export type { Rows } from './cluster-means.ts';
