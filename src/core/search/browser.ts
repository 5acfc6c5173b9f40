// What a browser needs to open an index and search; no parser, no schema, no builder.
export * from './hit.ts';
export { openSearch, type Explanation, type Search, type SearchOptions } from './open-search.ts';
export { loadFrom, manifestName, SearchIndexError, type IndexFiles, type LoadFile } from './index-files.ts';
export { openSemanticSide } from './open-semantic-side.ts';
