import type { Bilingual, Sector, Source } from '../article/browser.ts';
import type { LadderFor, WrittenDeadline, WrittenRung } from './read-ladder.ts';

/** A deadline with the page that states it. */
export interface Deadline extends Omit<WrittenDeadline, 'source'> {
  readonly source: Source;
}

/** One who has to answer, or to whom one goes next. `services` are slugs; none on an operator: the reader's own. */
export interface Rung extends Omit<WrittenRung, 'source' | 'deadlines'> {
  readonly deadlines: readonly Deadline[];
  /** The page that says that they are the ones; absent where it goes without saying. */
  readonly source?: Source;
}

/** Who answers a complaint and who is next, in order; the operator is first. */
export interface Ladder {
  readonly key: string;
  readonly for: readonly LadderFor[];
  readonly rungs: readonly Rung[];
}

/** What is known of a complaint. */
export interface Complaint {
  readonly sector?: Sector;
  readonly problem?: string;
  readonly service?: string;
}

/** A span as a source states it. */
export type Limit = WrittenDeadline['limit'];
export type LimitUnit = Limit['unit'];
export type StartEvent = WrittenDeadline['from'];
export type Extension = Limit & { readonly if: Bilingual };
