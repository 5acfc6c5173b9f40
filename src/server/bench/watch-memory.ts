import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Looks at the memory of a process and of all that it started, again and again. */
export interface MemoryWatch {
  /** Resident bytes at the last look; pages that processes share count for each of them. */
  current(): number;
  /** The most that was seen. */
  stop(): number;
}

const EVERY_MS = 250;

/** Begins at once; a process that is gone counts nothing. Where `ps` is missing all numbers are 0. */
export async function watchMemory(pid: number): Promise<MemoryWatch> {
  let [current, peak] = [0, 0];
  const look = async () => {
    current = sumTree(await listProcesses(), pid);
    peak = Math.max(peak, current);
  };
  await look();
  const timer = setInterval(() => void look(), EVERY_MS);
  return {
    current: () => current,
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

/** A line of `ps`. */
export interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  readonly bytes: number;
}

async function listProcesses(): Promise<ProcessLine[]> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,rss='], { maxBuffer: 10_000_000 });
    return stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .map(([pid = 0, parent = 0, kilobytes = 0]) => ({ pid, parent, bytes: kilobytes * 1024 }));
  } catch {
    // Without `ps` there is nothing to report; the rest of the benchmark is worth having.
    return [];
  }
}

/** The bytes of a process and its descendants. */
export function sumTree(processes: readonly ProcessLine[], root: number): number {
  const children = Map.groupBy(processes, ({ parent }) => parent);
  const own = processes.find(({ pid }) => pid === root)?.bytes ?? 0;
  return (children.get(root) ?? []).reduce((sum, { pid }) => sum + sumTree(processes, pid), own);
}
