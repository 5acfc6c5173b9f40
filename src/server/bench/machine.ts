import { execFile } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { promisify } from 'node:util';

/** Where and when numbers were measured; they mean little without it. */
export interface Machine {
  readonly date: string;
  /** Empty outside a git checkout; ends in "+" when the working tree had changes. */
  readonly commit: string;
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGb: number;
  readonly node: string;
}

export async function describeMachine(root: string): Promise<Machine> {
  return {
    date: new Date().toISOString(),
    commit: await readCommit(root),
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

async function readCommit(root: string): Promise<string> {
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', args, { cwd: root })).stdout.trim();
  try {
    const changed = (await git('status', '--porcelain', '--untracked-files=no')) !== '';
    return `${await git('rev-parse', '--short', 'HEAD')}${changed ? '+' : ''}`;
  } catch {
    // A copy without git history can be measured as well.
    return '';
  }
}
