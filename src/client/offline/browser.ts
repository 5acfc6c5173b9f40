export { keepOffline } from './keep-offline.ts';
export { listKeptPages } from './kept-pages.ts';
export type { ReadingList } from './reading-list.ts';
