export * from './browser.ts';
export { LadderError, readLadders, type KnownToLadders } from './read-ladder.ts';
