import type { Need } from './reasons.ts';

/** A disturbance that is known now: what it causes, and where. */
export interface OpenIncident {
  /** Ids of problems. */
  readonly problems: readonly string[];
  /** Slugs of services. */
  readonly services: readonly string[];
}

/** What is so at this moment where the conversation runs; the conversation itself does not know it. */
export interface Surroundings {
  readonly incidents: readonly OpenIncident[];
  /** What ways to a person can count on. */
  readonly has: readonly Need[];
}

/** No incident, no desk, but a connection. */
export const QUIET: Surroundings = { incidents: [], has: ['network'] };
