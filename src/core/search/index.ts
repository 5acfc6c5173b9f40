export * from './browser.ts';
export { buildSearchIndex, type BuildOptions, type SearchParts } from './build-index.ts';
export { readLexicon, LexiconError, type Lexicon } from './lexicon.ts';
export { buildVectorIndex, type VectorIndex } from './vector-index.ts';
export { EmbedderMismatchError, type Embedder, type TextKind } from './embedder.ts';
export { estimateAny, shareProbability, DEFAULT_CALIBRATION } from './confidence.ts';
export type { Calibration, CalibrationByMode, QueryFeatures } from './confidence.ts';
export type { Found, Retrieval, SemanticSide } from './retrieve.ts';
export type { MatchKind, QueryTerm, QueryWord } from './expand-query.ts';
