import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readFolder, type FileMap } from './file-map.ts';
import type { Corpus, Peer } from './peer/index.ts';
import { watchProcesses } from './watch-processes.ts';

/** An index with what it took to make. */
export interface MeasuredBuild {
  readonly files: FileMap;
  readonly buildMs: number;
  /** The most memory above what the process held when the guides were loaded. */
  readonly peakBytes: number;
}

const CHILD_MEMORY_MB = 12_000;

/** Builds an engine's index in a process of its own, so that one engine's memory is not another's. */
export async function buildInChild(peer: Peer, corpus: Corpus): Promise<MeasuredBuild> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pandu-bench-'));
  const corpusFile = path.join(folder, 'corpus.json');
  const out = path.join(folder, 'index');
  const child = fork(path.join(import.meta.dirname, 'build-child.ts'), [peer.name, corpusFile, out], {
    execArgv: [`--max-old-space-size=${CHILD_MEMORY_MB}`],
  });
  try {
    await writeFile(corpusFile, JSON.stringify(corpus));
    const exited = once(child, 'exit').then(([code]) => {
      throw new Error(`Building the index of ${peer.name} ended with ${String(code)}.`);
    });
    const answered = async () => {
      const [message] = (await Promise.race([once(child, 'message'), exited])) as [unknown];
      return message;
    };
    child.send('load');
    await answered();
    const watch = await watchProcesses(child.pid ?? 0);
    const before = watch.current().bytes;
    child.send('build');
    const buildMs = Number(await answered());
    const peakBytes = Math.max(0, watch.stop().bytes - before);
    exited.catch(() => undefined);
    return { files: await readFolder(out), buildMs, peakBytes };
  } finally {
    child.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
