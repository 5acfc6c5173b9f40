import fs from 'node:fs';
import { statfs } from 'node:fs/promises';
import { DatabaseGoneError } from './database-error.ts';
import type { Engine } from './pglite-engine.ts';

/** How soon after a failed try the engine is started again: first, and at the most. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** A start on a disk with less room could crash as the last one did. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;
const TRIAL_BYTES = 64 * 1024;

/** What is asked of an engine that may crash. */
export interface ReopeningEngine {
  /** The engine, started if it has to be. @throws {DatabaseGoneError} when that cannot be now. */
  readonly get: () => Promise<Engine>;
  /** The engine that was started last, crashed or not. */
  last(): Engine;
  /** Calls `listen` with each engine that takes the place of another, before anybody else asks it. */
  onReopened(listen: (engine: Engine) => Promise<void>): () => void;
}

/**
 * Keeps an engine running over a directory. When it has crashed it is started again at once, then after longer waits,
 * by one caller for all; meanwhile calls fail at once.
 */
export function keepRunning(
  first: Engine,
  directory: string | undefined,
  start: () => Promise<Engine>,
  { firstWaitMs = FIRST_WAIT_MS }: { readonly firstWaitMs?: number } = {},
): ReopeningEngine {
  const listeners = new Set<(engine: Engine) => Promise<void>>();
  let current = first;
  let starting: Promise<Engine> | undefined;
  let nextTry = 0;
  let waitMs = firstWaitMs;
  const restart = async () => {
    try {
      if (directory === undefined) throw new Error('What was in memory is gone.');
      await checkRoom(directory);
      const engine = await start();
      for (const listen of listeners) await listen(engine);
      current = engine;
      waitMs = firstWaitMs;
      return engine;
    } catch (cause) {
      nextTry = performance.now() + waitMs;
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
      throw new DatabaseGoneError(cause);
    } finally {
      starting = undefined;
    }
  };
  return {
    get() {
      if (!current.isAbandoned) return Promise.resolve(current);
      if (!starting && performance.now() < nextTry) {
        return Promise.reject(new DatabaseGoneError(new Error('The engine is started again shortly.')));
      }
      return (starting ??= restart());
    },
    last: () => current,
    onReopened(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}

/** An engine that cannot write while it starts would run in circles, and the process with it. */
async function checkRoom(directory: string): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  if (bavail * bsize < LEAST_FREE_BYTES)
    throw Object.assign(new Error('The disk is full.'), { code: 'ENOSPC' });
  const trial = `${directory}.trial`;
  const file = fs.openSync(trial, 'w', 0o600);
  try {
    fs.writeSync(file, Buffer.alloc(TRIAL_BYTES));
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
    fs.rmSync(trial, { force: true });
  }
}
