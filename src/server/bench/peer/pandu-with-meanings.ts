import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSearchIndex } from '../../../core/search/index.ts';
import { writeBrowserSearch } from '../../search/index.ts';
import type { FileMap } from '../file-map.ts';
import type { Peer } from './peer.ts';

export const panduWithMeanings: Peer = {
  name: 'Pandu, with meanings',
  page: 'pandu-with-meanings',
  settings: 'the same with the vectors and the rows of the static model, as a site without a server ships it',
  build: async ({ guides, lang, lexicon }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pandu-bench-meanings-'));
    try {
      await writeBrowserSearch(folder, buildSearchIndex(guides, lang, lexicon), guides, process.cwd());
      return await readFolder(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function readFolder(folder: string): Promise<FileMap> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const named = files.map(async (file): Promise<[string, Uint8Array]> => {
    return [path.relative(folder, file).split(path.sep).join('/'), await readFile(file)];
  });
  return new Map(await Promise.all(named));
}
