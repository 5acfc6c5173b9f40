import type { Language } from '../../core/article/browser.ts';
import type { CopiedGuide, CopiedStep } from '../../core/copy/browser.ts';

/** A guide as agents copy it: what the files under `/agent-data/` hold. */
export interface AgentGuide {
  readonly id: string;
  /** The code of its short address. */
  readonly code: string;
  readonly title: string;
  readonly steps: readonly CopiedStep[];
}

/** A file holds about this many guides: some 8 kB on the wire, and the neighbours come with it. */
const GUIDES_PER_FILE = 12;

/** How many files a number of guides takes; at least one. */
export function countShards(guides: number): number {
  return Math.max(1, Math.ceil(guides / GUIDES_PER_FILE));
}

/** The number of the file that holds a guide, 0 to `shards` - 1: the same wherever it is asked. */
export function shardOf(id: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % shards;
}

/** The address of a file of guides. */
export function shardPath(lang: Language, shard: number): string {
  return `/agent-data/${lang}-${shard}.json`;
}

/**
 * What an agent pastes: the guide, or with `stepKey` that step alone, under its short address.
 * A step that the guide does not have (any more) gives the whole guide.
 */
export function chooseCopy(guide: AgentGuide, address: string, stepKey?: string): CopiedGuide {
  const { title, steps } = guide;
  const at = stepKey === undefined ? -1 : steps.findIndex(({ key }) => key === stepKey);
  if (at === -1) return { title, steps, firstNumber: 1, link: address };
  return { title, steps: steps.slice(at, at + 1), firstNumber: at + 1, link: `${address}#${stepKey ?? ''}` };
}
