import { miniSearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { pagefind, pagefindAnyWord } from './pagefind.ts';
import { pandu } from './pandu.ts';
import { panduWithMeanings } from './pandu-with-meanings.ts';
import type { Peer } from './peer.ts';

export { pagefindAnyWord, panduWithMeanings };
export type { Corpus, Peer } from './peer.ts';

/** Pandu first, then those it is measured against. */
export const PEERS: readonly Peer[] = [
  pandu,
  panduWithMeanings,
  miniSearch,
  orama,
  pagefind,
  pagefindAnyWord,
];
