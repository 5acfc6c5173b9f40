import path from 'node:path';
import { LANGUAGES } from '../../core/article/browser.ts';
import { vectorFileName } from '../../core/search/index.ts';
import { readVectors } from './vector-file.ts';

/** Which model made the vectors of the index in a folder; undefined where there are none. */
export async function readIndexedModel(folder: string): Promise<string | undefined> {
  for (const lang of LANGUAGES) {
    const vectors = await readVectors(path.join(folder, vectorFileName(lang)));
    if (vectors) return vectors.model;
  }
  return undefined;
}
