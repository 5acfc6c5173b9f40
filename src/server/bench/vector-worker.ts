import { parentPort, workerData } from 'node:worker_threads';
import { buildVectorFiles, type Rows } from '../../core/search/index.ts';

// Started by vector-build.ts with rows; answers with the files and the milliseconds that they took.
const started = performance.now();
const files = buildVectorFiles(workerData as Rows);
parentPort?.postMessage({ files, ms: performance.now() - started });
