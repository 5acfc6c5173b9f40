import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Embedder } from '../../core/search/index.ts';
import { loadContent } from '../content/index.ts';
import {
  findRelease,
  fingerprintSources,
  publishRelease,
  releaseFolders,
  releaseLayout,
  writeFileTable,
  writeRecord,
  type BuildMode,
} from '../release/index.ts';
import { buildSearchFiles, loadLexicons, writeBrowserSearch, writeSearchFolder } from '../search/index.ts';
import { withBuildLock, type LockOptions } from './build-lock.ts';
import { packFiles } from './pack-files.ts';
import { publishFolder, recoverFolder } from './publish-folder.ts';
import type { Progress, SiteBuilder } from './site-builder.ts';
import { writeData } from './write-data.ts';

export interface BuildOptions {
  /** The top of the repository. */
  readonly root: string;
  /** The folder that receives `server/` or `static/`. */
  readonly out: string;
  readonly mode: BuildMode;
  readonly siteUrl: string;
  /** Names the model that makes the vectors of the search; part of what a build is known by. */
  readonly embedderName: string;
  /** Opens that model, when a build is needed; absent, or giving nothing, search compares words alone. */
  readonly openEmbedder?: () => Promise<Embedder | undefined>;
  /** Gives the model to go on with when that one failed, at its opening or in the middle; throws to fail the build. */
  readonly openFallback?: (reason: unknown) => Promise<Embedder>;
  /** Build only when no build of the same sources is there (server mode). */
  readonly onlyIfStale?: boolean;
  readonly builder: SiteBuilder;
  readonly lock?: LockOptions;
  readonly onProgress?: Progress;
}

export interface BuildOutcome {
  /** False when the build that was there is of the same sources. */
  readonly isNew: boolean;
  readonly folder: string;
  /** How many guides it holds, each language for itself. */
  readonly guides: number;
}

/** Where browsers look for the search index; `client/search` says the same. */
const SEARCH_ADDRESS = 'search-data';

/**
 * Builds the site beside the one in use and puts it in its place when it is whole; a build that fails or is
 * killed changes nothing. One build at a time for each output folder; others wait.
 * @throws {ContentError} when the content has problems, before anything is made.
 */
export function buildSite(options: BuildOptions): Promise<BuildOutcome> {
  return withBuildLock(path.join(options.out, '.build-lock'), () => buildAlone(options), options.lock);
}

async function buildAlone(options: BuildOptions): Promise<BuildOutcome> {
  const { root, out, mode, siteUrl, embedderName, onProgress = () => undefined } = options;
  // Taken first: a source that changes while the build runs makes the build stale, not wrong.
  const fingerprint = await fingerprintSources(root, { mode, siteUrl, embedder: embedderName });
  const former = await findRelease(out);
  if (options.onlyIfStale && mode === 'server' && former?.record.fingerprint === fingerprint) {
    return { isNew: false, folder: former.folder, guides: former.record.guides };
  }
  onProgress('Reading the guides …');
  const content = await loadContent(root);
  const lexicons = await loadLexicons(root);
  await removeLeftovers(out, former?.folder);

  const name = `${fingerprint.slice(0, 12)}-${randomUUID().slice(0, 8)}`;
  const folder = mode === 'server' ? path.join(out, 'server', name) : path.join(out, `.static-${name}`);
  await mkdir(folder, { recursive: true });
  onProgress(`Making the pages of ${content.articles.length} guides …`);
  await options.builder({ root, folder, mode, siteUrl, content, onProgress });

  const layout = releaseLayout(folder);
  const guides = content.articles.length;
  const client = mode === 'server' ? layout.client : folder;
  onProgress('Making the search index …');
  const index = buildSearchFiles(content, lexicons);
  const hasMeanings = await writeBrowserSearch(
    path.join(client, SEARCH_ADDRESS),
    index,
    content.articles,
    root,
  );
  if (!hasMeanings) onProgress('There is no static model: browsers will compare words alone.');
  onProgress('Packing the files for the network …');
  const files = await packFiles(client);
  if (mode === 'static') {
    const target = path.join(out, 'static');
    await publishFolder(folder, target);
    return { isNew: true, folder: target, guides };
  }
  await writeServerSearch(options, (embedder) =>
    writeSearchFolder(layout.search, index, content.articles, embedder),
  );
  await writeData(layout, content);
  await writeFileTable(layout.files, files);
  await writeRecord(folder, { mode, fingerprint, guides });
  await publishRelease(out, folder);
  return { isNew: true, folder, guides };
}

/** All languages again with the fallback: an index has the vectors of one model. */
async function writeServerSearch(
  { openEmbedder, openFallback }: BuildOptions,
  write: (embedder?: Embedder) => Promise<void>,
): Promise<void> {
  try {
    await write(await openEmbedder?.());
  } catch (reason) {
    if (!openFallback) throw reason;
    await write(await openFallback(reason));
  }
}

/** What builds that were killed have left; only the one in use, and what a server may still serve, stay. */
async function removeLeftovers(out: string, inUse: string | undefined): Promise<void> {
  await recoverFolder(path.join(out, 'static'));
  const drafts = (await readdir(out)).filter(
    (name) => name.startsWith('.static-') && name !== '.static-former',
  );
  const unfinished: string[] = [];
  for (const folder of await releaseFolders(out)) {
    if (folder !== inUse && !(await isFinished(folder))) unfinished.push(folder);
  }
  const doomed = [...drafts.map((name) => path.join(out, name)), ...unfinished];
  await Promise.all(doomed.map((folder) => rm(folder, { recursive: true, force: true })));
}

async function isFinished(folder: string): Promise<boolean> {
  return (await readdir(folder)).includes('build.json');
}
