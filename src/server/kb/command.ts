import type { Embedder } from '../../core/search/index.ts';

/** What the writers' commands take from outside, so that each is the same in a test and on a desk. */
export interface Desk {
  /** The top of the repository. */
  readonly root: string;
  /** ISO date. */
  readonly today: string;
  readonly print: (text: string) => void;
  /** Gives the model that compares meanings; undefined when none is set up. */
  readonly openEmbedder: () => Promise<Embedder | undefined>;
}

/** 0 fine, 1 something to mend, 2 not understood. */
export type ExitCode = 0 | 1 | 2;

/** One of the writers' commands. */
export interface Command {
  /** How it is called, without the command's own name. */
  readonly usage: string;
  readonly summary: string;
  /** @throws {UsageError} when the arguments make no sense. */
  run(args: readonly string[], desk: Desk): Promise<ExitCode>;
}

/** A command was called in a way that it does not know; the message says which and what to write. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
