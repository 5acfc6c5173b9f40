import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaticModelError, writeStaticModel } from '../../core/search/index.ts';
import { readSettings } from '../settings/index.ts';
import { embedderFromSettings, type EmbedderSettings } from './embedder-from-settings.ts';
import { EmbedderError } from './embedder-error.ts';
import { STATIC_MODEL_FILE } from './open-static-file.ts';

let root: string;
let settings: EmbedderSettings;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-settings-'));
  settings = readSettings({});
});
afterAll(() => rm(root, { recursive: true }));

describe('embedderFromSettings', () => {
  it('gives nothing for none, and for static while there is no model', async () => {
    expect(await embedderFromSettings({ ...settings, embedder: 'none' }, root)).toBeUndefined();
    expect(await embedderFromSettings(settings, root)).toBeUndefined();
  });

  it('refuses a model file that is broken, and opens one that is whole', async () => {
    const file = path.join(root, STATIC_MODEL_FILE);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, 'not a model');
    await expect(embedderFromSettings(settings, root)).rejects.toThrow(StaticModelError);
    const model = {
      id: 'tiny',
      dimensions: 2,
      rows: new Map([['otp', 0]]),
      scales: Float32Array.of(1),
      table: Int8Array.of(3, 4),
    };
    await writeFile(file, writeStaticModel(model));
    expect((await embedderFromSettings(settings, root))?.id).toBe('tiny');
  });

  it('says that a transformer without a network needs a folder', async () => {
    const missing = {
      ...settings,
      embedder: 'transformer',
      transformerModel: path.join(root, 'missing'),
    } as const;
    await expect(embedderFromSettings(missing, root)).rejects.toThrow(EmbedderError);
  });
});
