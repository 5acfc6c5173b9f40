import type { Settings } from '../settings/index.ts';

/** What the commands over kept data take from outside. */
export interface DataMeans {
  readonly settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'backups'>;
  readonly now: () => Date;
  readonly print: (text: string) => void;
}

/** One of the commands. */
export interface DataCommand {
  /** How it is called, without its own name. */
  readonly usage: string;
  readonly summary: string;
  /** Takes what follows the name; gives what is wrong with it, if it is. */
  run(args: readonly string[], means: DataMeans): Promise<string | undefined>;
}
