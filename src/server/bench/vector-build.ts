import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { GuideVectors } from '../../core/search/index.ts';
import type { FileMap } from './file-map.ts';
import { watchProcesses } from './watch-processes.ts';

/** An index of vectors with what it took to make. */
export interface VectorBuild {
  readonly files: FileMap;
  readonly ms: number;
  /** The most memory above what the process held when the vectors were there, a copy of them counted. */
  readonly peakBytes: number;
}

/** Builds the vectors of browsers in a thread of its own, so that its memory can be watched meanwhile. */
export async function buildVectors(vectors: GuideVectors): Promise<VectorBuild> {
  const watch = await watchProcesses(process.pid);
  const before = watch.current().bytes;
  const worker = new Worker(new URL('./vector-worker.ts', import.meta.url), { workerData: vectors });
  // A message, or the error of the thread; the thread sends what this function gives.
  const [built] = (await once(worker, 'message')) as [Omit<VectorBuild, 'peakBytes'>];
  return { ...built, peakBytes: Math.max(0, watch.stop().bytes - before) };
}
