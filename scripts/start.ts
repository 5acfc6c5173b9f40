import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../src/server/api/index.ts';
import { openCheckedDatabase, startBackups } from '../src/server/backup/index.ts';
import { embedderForServing } from '../src/server/embedder/index.ts';
import {
  BUILD_COMMAND,
  BuildFailedError,
  ensureRelease,
  releaseLayout,
} from '../src/server/release/index.ts';
import { loadPostgresSearch, readIndexedModel } from '../src/server/search/index.ts';
import { explainFault, nameEmbedder, readSettings } from '../src/server/settings/index.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });

try {
  const settings = readSettings(process.env);
  const print = (line: string) => {
    console.log(line);
  };
  const out = path.resolve(values.out);
  const release = await ensureRelease({
    root: process.cwd(),
    out,
    inputs: { mode: 'server', siteUrl: settings.siteUrl, embedder: nameEmbedder(settings) },
    build: () => build(out),
    print,
  });
  const layout = releaseLayout(release.folder);
  const indexed = await readIndexedModel(layout.search);
  const embedder = await embedderForServing(settings, process.cwd(), indexed, print);
  const database = await openCheckedDatabase(settings);
  if (settings.search === 'postgres') {
    const { fingerprint } = release.record;
    const built = { search: layout.search, articles: layout.articles, fingerprint };
    await loadPostgresSearch(database, built, print);
  }
  const server = await startServer(release, settings, { embedder, database, root: process.cwd() });
  if (!embedder) console.log('Search compares words alone: no embedding model is set up.');
  const host = settings.isLoopback ? 'localhost' : settings.host;
  const shown = host.includes(':') ? `[${host}]` : host;
  console.log(`Pandu is ready: http://${shown}:${server.port}/ (Ctrl-C stops it)`);
  if (server.firstAdminPath !== undefined) {
    console.log(`Become its first admin, once: http://${shown}:${server.port}${server.firstAdminPath}`);
  }
  const backups = startBackups(database, settings, {
    now: () => new Date(),
    log: (line) => {
      console.error(line);
    },
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void server
        .stop()
        .then(() => backups.stop())
        .then(() => database.close())
        .then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(explainFault(error));
  process.exit(1);
}

/** Builds in a process of its own: what building takes in memory is given back before the first reader comes. */
async function build(out: string): Promise<void> {
  const child = spawn(process.execPath, [...BUILD_COMMAND, '--only-if-stale', '--out', out], {
    stdio: 'inherit',
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('SIGTERM', stop).off('SIGINT', stop);
  if (code !== 0) throw new BuildFailedError();
}
