import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fingerprintSources } from '../server/release/index.ts';
import { nameEmbedder, readSettings } from '../server/settings/index.ts';

/**
 * Gives the static site below `out`, built with the script that people use, unless the one there was built by
 * an earlier test run from the same sources and settings, and not replaced since.
 * @throws {Error} when the build fails; it has printed why.
 */
export async function buildStatic(root: string, out: string, env: NodeJS.ProcessEnv): Promise<string> {
  const folder = path.join(out, 'static');
  const note = path.join(root, '.cache', 'e2e-static.json');
  const settings = readSettings(env);
  const sources = await fingerprintSources(root, {
    mode: 'static',
    siteUrl: settings.siteUrl,
    embedder: nameEmbedder(settings),
  });
  if ((await readNote(note)) === (await describe(folder, sources))) return folder;
  const child = spawn(process.execPath, ['scripts/build.ts', '--static', '--out', out], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  // A process that ends by itself gives its exit code.
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The static site could not be built: see above.');
  await mkdir(path.dirname(note), { recursive: true });
  await writeFile(note, await describe(folder, sources));
  return folder;
}

/** Names a build by its sources and by the moment at which it was made. */
async function describe(folder: string, sources: string): Promise<string> {
  const home = await stat(path.join(folder, 'index.html')).catch(() => undefined);
  return JSON.stringify({ folder, sources, built: home?.mtimeMs ?? 'never' });
}

async function readNote(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
