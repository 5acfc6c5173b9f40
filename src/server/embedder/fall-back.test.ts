import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeStaticModel } from '../../core/search/index.ts';
import { readSettings } from '../settings/index.ts';
import { EmbedderError } from './embedder-error.ts';
import { embedderForServing, fallBackForBuild } from './fall-back.ts';
import { STATIC_MODEL_FILE } from './open-static-file.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-fallback-'));
  const file = path.join(root, STATIC_MODEL_FILE);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(
    file,
    writeStaticModel({
      id: 'static-tiny',
      dimensions: 2,
      rows: new Map([['otp', 0]]),
      scales: Float32Array.of(1),
      table: Int8Array.of(3, 4),
    }),
  );
});
afterAll(() => rm(root, { recursive: true }));

const ABSENT = { PANDU_EMBEDDER: 'transformer', PANDU_TRANSFORMER_MODEL: '/nowhere/model' };
const FAIL = readSettings(ABSENT);
const FALL_BACK = readSettings({ ...ABSENT, PANDU_EMBEDDER_FALLBACK: 'static' });
const GONE = new EmbedderError('The hub is gone.');
const ignore = () => undefined;

describe('fallBackForBuild', () => {
  it('gives the static model where the operator allows it, and says what failed and what to do', async () => {
    const lines: string[] = [];
    const embedder = await fallBackForBuild(GONE, FALL_BACK, root, (line) => lines.push(line));
    expect(embedder.id).toBe('static-tiny');
    expect(lines.join()).toMatch(/The hub is gone\.[^]*npm run build/);
  });

  it.each([
    ['falling back is not allowed', GONE, FAIL],
    ['something else is wrong', new RangeError('a fault'), FALL_BACK],
  ])('fails the build when %s', async (_, reason, settings) => {
    await expect(fallBackForBuild(reason, settings, root, ignore)).rejects.toBe(reason);
  });

  it('fails the build when there is no static model', async () => {
    await expect(fallBackForBuild(GONE, FALL_BACK, '/nowhere', ignore)).rejects.toBe(GONE);
  });
});

describe('embedderForServing', () => {
  it('answers with the static model where the build fell back to it, and says so', async () => {
    const lines: string[] = [];
    const embedder = await embedderForServing(FALL_BACK, root, 'static-tiny', (line) => lines.push(line));
    expect(embedder?.id).toBe('static-tiny');
    expect(lines.join()).toMatch(/with the static model, because PANDU_EMBEDDER=transformer/);
  });

  it('compares words alone over vectors of the chosen model while that cannot be had', async () => {
    const lines: string[] = [];
    const print = (line: string) => lines.push(line);
    expect(await embedderForServing(FALL_BACK, root, 'transformer:model', print)).toBeUndefined();
    expect(lines.join()).toMatch(/words alone/);
  });

  it('stops the start when falling back is not allowed', async () => {
    await expect(embedderForServing(FAIL, root, 'static-tiny', ignore)).rejects.toThrow(EmbedderError);
  });
});
