import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './site-environment.ts';

/** `npm run data` that was called. */
export interface DataCommandRun {
  readonly child: ChildProcess;
  /** All that it has printed so far. */
  readonly printed: () => string;
  /** The exit code once it has ended; null when a signal ended it. */
  readonly exit: Promise<number | null>;
}

/** Calls `npm run data -- …` as a person does, with these settings alone. */
export function callData(args: readonly string[], env: NodeJS.ProcessEnv): DataCommandRun {
  const child = spawn(process.execPath, ['scripts/data.ts', ...args], { cwd: ROOT, env });
  let printed = '';
  const read = (chunk: Buffer) => (printed += chunk.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return {
    child,
    printed: () => printed,
    // Not before all that it printed was read.
    exit: once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null)),
  };
}

/**
 * Calls it and waits until it is done; gives what it printed.
 * @throws {Error} with what it printed, when it fails.
 */
export async function runData(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { exit, printed } = callData(args, env);
  if ((await exit) !== 0) throw new Error(`npm run data -- ${args.join(' ')} failed:\n${printed()}`);
  return printed();
}
