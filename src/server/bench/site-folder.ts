import { stat } from 'node:fs/promises';
import path from 'node:path';
import { findRelease, releaseLayout } from '../release/index.ts';
import { readFolder, type FileMap } from './file-map.ts';

/**
 * The files of a built site: of `folder`, else of the static build, else of the server build in `dist`.
 * Packed copies are left out; the benchmark packs for itself.
 * @throws {Error} when there is no build, with how to make one.
 */
export async function readSite(root: string, folder?: string): Promise<FileMap> {
  const found = folder ?? (await findBuild(path.join(root, 'dist')));
  const files = found === undefined ? new Map<string, Uint8Array>() : await readFolder(found);
  if (!files.has('index.html')) {
    throw new Error(
      `There is no built site ${folder === undefined ? 'in dist' : `in ${folder}`}. Run \`npm run build:static\` first, ` +
        'or name a built site: npm run bench -- pages --folder dist/static',
    );
  }
  return new Map([...files].filter(([name]) => !/\.(br|gz)$/.test(name)));
}

async function findBuild(dist: string): Promise<string | undefined> {
  const fixed = path.join(dist, 'static');
  const isThere = await stat(fixed).catch(() => undefined);
  if (isThere) return fixed;
  const release = await findRelease(dist);
  return release && releaseLayout(release.folder).client;
}
