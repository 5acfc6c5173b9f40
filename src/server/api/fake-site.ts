import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from '../build/index.ts';
import { loadContent } from '../content/index.ts';
import { loadKnowledgeData } from '../conversation/index.ts';
import { openPgliteDatabase } from '../database/index.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const START = path.join(ROOT, 'scripts/start.ts');

export const FAKE_PAGE = `<!doctype html><title>Pandu</title>${'<p>Kode OTP tidak diterima.</p>'.repeat(100)}`;

/** Stands for Astro's program: one page, which takes as long as it is told. */
const PROGRAM = `export async function handler(request, response, next) {
  if (!request.url.startsWith('/cari/')) return next();
  await new Promise((done) => setTimeout(done, request.url.includes('slow') ? 300 : 0));
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('made on request');
}`;

/** A start command that was run. */
export interface StartedProcess {
  readonly child: ChildProcess;
  /** All that it has printed. */
  readonly printed: () => string;
  /** The exit code; null when a signal ended it. */
  readonly exit: () => Promise<number | null>;
}

export interface FakeSite {
  readonly root: string;
  /** Runs the start command with these settings beside the site's own: a free port, no model, a new DATA_DIR. */
  readonly run: (env?: Readonly<Record<string, string>>) => Promise<StartedProcess>;
  /** Runs it and waits until it says that it is ready. */
  readonly start: (env?: Readonly<Record<string, string>>) => Promise<StartedProcess & { address: string }>;
  /** Ends at once what still runs, without any mercy. */
  readonly killAll: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/**
 * The real start command over a release with a few pages that stand for Astro's. With `content`, search and
 * conversations are over the guides of this repository; without it there is no guide.
 */
export async function makeFakeSite({ content = false } = {}): Promise<FakeSite> {
  const root = await mkdtemp(path.join(tmpdir(), 'pandu-site-'));
  if (content) await cp(path.join(ROOT, 'content'), path.join(root, 'content'), { recursive: true });
  const knowledge = await loadKnowledgeData(ROOT, await loadContent(ROOT));
  await buildSite({
    root,
    out: path.join(root, 'dist'),
    mode: 'server',
    siteUrl: 'http://localhost:4321',
    embedderName: 'none',
    builder: async ({ folder }) => {
      await mkdir(path.join(folder, 'client/banking'), { recursive: true });
      await mkdir(path.join(folder, 'server'));
      await writeFile(path.join(folder, 'client/index.html'), FAKE_PAGE);
      await writeFile(path.join(folder, 'client/404.html'), 'tidak ada');
      await writeFile(path.join(folder, 'client/banking/index.html'), FAKE_PAGE);
      await writeFile(path.join(folder, 'client/diagnosa-data.json'), JSON.stringify(knowledge));
      await writeFile(path.join(folder, 'server/entry.mjs'), PROGRAM);
    },
  });
  const data = path.join(root, 'empty-data');
  await (await openPgliteDatabase(path.join(data, 'postgres'))).close();
  const children: ChildProcess[] = [];
  const run: FakeSite['run'] = async (env = {}) => {
    const dataDir = env['DATA_DIR'] ?? (await mkdtemp(path.join(root, 'data-')));
    // Making a database takes longer than copying an empty one.
    if (env['DATA_DIR'] === undefined || !existsSync(dataDir)) await cp(data, dataDir, { recursive: true });
    const own = { PORT: '0', PANDU_EMBEDDER: 'none', DATA_DIR: dataDir };
    const child = spawn(process.execPath, [START], { cwd: root, env: { ...process.env, ...own, ...env } });
    children.push(child);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    return { child, printed: () => text, exit: () => exitOf(child) };
  };
  return {
    root,
    run,
    async start(env) {
      const started = await run(env);
      for (;;) {
        const address = /ready: (http:\/\/localhost:\d+)/.exec(started.printed())?.[1];
        if (address !== undefined) return { ...started, address };
        if (started.child.exitCode !== null) throw new Error(`It did not start:\n${started.printed()}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async killAll() {
      for (const child of children.splice(0)) {
        child.kill('SIGKILL');
        await exitOf(child);
      }
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}
