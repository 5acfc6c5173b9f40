import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings } from '../settings/index.ts';
import { embedderFromSettings } from './embedder-from-settings.ts';
import { embedLengths, serveEmbeddings, type EmbeddingServer } from './fake-embedding-server.ts';

let root: string;
let server: EmbeddingServer | undefined;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-killed-'));
});
afterEach(async () => {
  server?.close();
  await rm(root, { recursive: true });
});

const TEXTS = Array.from({ length: 300 }, (_, index) => `passage ${'x'.repeat(index)}`);

it('does not embed again what a killed process had embedded', { timeout: 30_000 }, async () => {
  const stuck = Promise.withResolvers<undefined>();
  let isStuck = true;
  // The first request asks for dimensions; then three batches are answered.
  server = await serveEmbeddings((question, turn) => {
    if (!isStuck || turn <= 4) return embedLengths(question);
    stuck.resolve(undefined);
    return 'never';
  });
  const env = { PANDU_EMBEDDER: 'openai', OPENAI_BASE_URL: server.baseUrl };
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    env: { ...process.env, ...env, ROOT: root, TEXTS: JSON.stringify(TEXTS) },
    cwd: import.meta.dirname,
    stdio: 'ignore',
  });
  await stuck.promise;
  child.kill('SIGKILL');
  await once(child, 'exit');

  isStuck = false;
  const before = server.asked.length;
  const embedder = await embedderFromSettings(readSettings(env), root);
  expect(await embedder?.embed(TEXTS, 'passage')).toHaveLength(300);
  const again = server.asked.slice(before + 1).flatMap(({ input }) => input);
  expect(again).toHaveLength(300 - 3 * 64);
});

const PROGRAM = `
  import { embedderFromSettings } from './embedder-from-settings.ts';
  import { readSettings } from '../settings/index.ts';
  const embedder = await embedderFromSettings(readSettings(process.env), process.env.ROOT);
  await embedder.embed(JSON.parse(process.env.TEXTS), 'passage');
`;
