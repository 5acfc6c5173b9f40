import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MOST_FLAT_GUIDES, openVectorBytes, writeStaticModel } from '../../core/search/index.ts';
import { STATIC_MODEL_FILE } from '../embedder/index.ts';
import { drawBrowserVectors, writeBrowserSearch } from './write-browser-search.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-browser-search-'));
});
afterEach(() => rm(root, { recursive: true }));

it('writes words alone where there is no model, and says so', async () => {
  const folder = path.join(root, 'search-data');
  expect(await writeBrowserSearch(folder, { 'id.json': '{}' }, [], root)).toBe(false);
  expect(await readdir(folder)).toEqual(['id.json']);
});

it('writes vectors and the rows of the model beside the words', async () => {
  const model = { id: 'tiny', dimensions: 2, rows: new Map([['otp', 0]]) };
  const file = path.join(root, STATIC_MODEL_FILE);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(
    file,
    writeStaticModel({ ...model, scales: Float32Array.of(1), table: Int8Array.of(5, 0) }),
  );
  const folder = path.join(root, 'search-data');
  expect(await writeBrowserSearch(folder, { 'id.json': '{}' }, [], root)).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['en.vectors', 'id.json', 'id.vectors', 'model']);
  expect((await readdir(path.join(folder, 'model'))).sort()).toEqual(['0.bin', 'common.bin', 'index.json']);
});

it.each([
  ['one file for few guides', MOST_FLAT_GUIDES, 1],
  ['lists for many, of which a query fetches a few', MOST_FLAT_GUIDES + 1, 13],
])('draws the vectors as %s', async (_, count, atLeast) => {
  const values = Float32Array.from({ length: count * 4 }, (_, index) => Math.sin(1 + index * index));
  const files = drawBrowserVectors({ lang: 'id', model: 'm', dimensions: 4, guides: 'g', count, values });
  expect(files.size).toBeGreaterThanOrEqual(atLeast);
  const asked: string[] = [];
  const opened = openVectorBytes(files.get('id.vectors') ?? new Uint8Array(), 'id.vectors', (name) => {
    asked.push(name);
    return Promise.resolve(files.get(name) ?? new Uint8Array());
  });
  expect(opened).toMatchObject({ model: 'm', count });
  if ('nearest' in opened) await opened.nearest(values.subarray(0, 4));
  expect(asked.length).toBeLessThanOrEqual(11);
});
