export { loadLexicons, type Lexicons } from './load-lexicons.ts';
export { buildSearchFiles } from './build-search-files.ts';
export { writeSearchFolder } from './write-search-folder.ts';
export { openSearchFolder } from './open-search-folder.ts';
export { readIndexedModel } from './indexed-model.ts';
export { searchWithFallback } from './search-with-fallback.ts';
export { writeModelShards } from './write-model-shards.ts';
