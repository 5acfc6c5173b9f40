import { parentPort, workerData } from 'node:worker_threads';
import type { GuideVectors } from '../../core/search/index.ts';
import { drawBrowserVectors } from '../search/index.ts';

// Started by vector-build.ts with vectors; answers with the files and the milliseconds that they took.
const started = performance.now();
const files = drawBrowserVectors(workerData as GuideVectors);
parentPort?.postMessage({ files, ms: performance.now() - started });
