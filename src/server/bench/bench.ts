/** What a benchmark is given. */
export interface BenchContext {
  /** The top of the repository. */
  readonly root: string;
  /** Takes a line about what is going on. */
  readonly report: (line: string) => void;
  /** What stood behind the name of the benchmark on the command line. */
  readonly options: BenchOptions;
}

export interface BenchOptions {
  /** Sizes of the grown corpus, passages where passages are searched, or the one size of the build. */
  readonly guides?: readonly number[];
  /** How often a server is killed. */
  readonly kills?: number;
  /** Where servers that are killed keep what they take: in the process, or two of them on a server. */
  readonly database?: 'pglite' | 'postgres';
  /** A built site to measure, instead of the one in `dist`. */
  readonly folder?: string;
}

/** Data for machines and text for people. */
export interface BenchResult {
  readonly data: unknown;
  readonly text: string;
}

/** A benchmark reports and does not judge: a slow machine is no failure. */
export type Bench = (context: BenchContext) => Promise<BenchResult>;
