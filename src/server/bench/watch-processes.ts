import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a process and all that it started hold and have used. */
export interface Usage {
  /** Resident memory; pages that processes share count for each of them. */
  readonly bytes: number;
  /** Processor time of those that still run, in whole seconds on most systems. */
  readonly cpuMs: number;
}

/** Looks at a process and its descendants again and again. */
export interface ProcessWatch {
  /** The last look. */
  current(): Usage;
  /** The most that was seen of each. */
  stop(): Usage;
}

const EVERY_MS = 500;

/** Begins at once; a process that is gone counts nothing. Where `ps` is missing all numbers are 0. */
export async function watchProcesses(pid: number): Promise<ProcessWatch> {
  let current: Usage = { bytes: 0, cpuMs: 0 };
  let most = current;
  const look = async () => {
    current = sumTree(await listProcesses(), pid);
    most = { bytes: Math.max(most.bytes, current.bytes), cpuMs: Math.max(most.cpuMs, current.cpuMs) };
  };
  await look();
  const timer = setInterval(() => void look(), EVERY_MS);
  return {
    current: () => current,
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

/** A line of `ps`. */
export interface ProcessLine extends Usage {
  readonly pid: number;
  readonly parent: number;
}

async function listProcesses(): Promise<ProcessLine[]> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,rss=,time='], {
      maxBuffer: 10_000_000,
    });
    return stdout.trim().split('\n').map(readLine);
  } catch {
    // Without `ps` there is nothing to report; the rest of the benchmark is worth having.
    return [];
  }
}

/** Reads `pid ppid kilobytes [[days-]hours:]minutes:seconds`. */
export function readLine(line: string): ProcessLine {
  const [pid, parent, kilobytes, time = ''] = line.trim().split(/\s+/);
  const seconds = time
    .replace('-', ':')
    .split(':')
    .reverse()
    .reduce((sum, part, place) => sum + Number(part) * ([1, 60, 3600, 86_400][place] ?? 0), 0);
  return { pid: Number(pid), parent: Number(parent), bytes: Number(kilobytes) * 1024, cpuMs: seconds * 1000 };
}

/** The usage of a process and its descendants. */
export function sumTree(processes: readonly ProcessLine[], root: number): Usage {
  const children = Map.groupBy(processes, ({ parent }) => parent);
  const own = processes.find(({ pid }) => pid === root) ?? { bytes: 0, cpuMs: 0 };
  return (children.get(root) ?? []).reduce<Usage>(
    (sum, { pid }) => {
      const below = sumTree(processes, pid);
      return { bytes: sum.bytes + below.bytes, cpuMs: sum.cpuMs + below.cpuMs };
    },
    { bytes: own.bytes, cpuMs: own.cpuMs },
  );
}
