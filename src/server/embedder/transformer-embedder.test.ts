import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EmbedderError } from './embedder-error.ts';
import { writeTinyModel } from './fake-onnx-model.ts';
import { openTransformerEmbedder } from './transformer-embedder.ts';

let root: string;

const TOKENS = ['[PAD]', '[UNK]', 'uang', 'duit', 'sinyal', 'query', 'passage', ':'];
const VECTORS = [
  [0, 0, 0],
  [0, 0, 0],
  [3, 0, 0],
  [4, 3, 0],
  [0, 0, 2],
  [0, 5, 0],
  [0, -5, 0],
  [0, 0, 0],
];

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-model-'));
  await writeTinyModel(path.join(root, 'plain'), { tokens: TOKENS, vectors: VECTORS });
  await writeTinyModel(path.join(root, 'tiny-e5'), { tokens: TOKENS, vectors: VECTORS });
});
afterAll(() => rm(root, { recursive: true }));

describe('openTransformerEmbedder', () => {
  it('gives the mean of the token vectors, brought to length 1', async () => {
    const embedder = await openTransformerEmbedder({ model: path.join(root, 'plain') });
    const [single, pair] = await embedder.embed(['uang', 'uang sinyal'], 'query');
    expect(embedder.dimensions).toBe(3);
    expect([...(single ?? [])]).toEqual([1, 0, 0]);
    expect([...(pair ?? [])].map((value) => value.toFixed(3))).toEqual(['0.832', '0.000', '0.555']);
  });

  it('puts words of near vectors nearer than others, however many texts there are', async () => {
    const embedder = await openTransformerEmbedder({ model: path.join(root, 'plain'), weights: 'fp32' });
    const vectors = await embedder.embed(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? 'duit' : 'sinyal')),
      'passage',
    );
    expect(vectors).toHaveLength(40);
    expect(vectors[39]?.[0]).toBeCloseTo(0.8);
    expect(vectors[38]?.[2]).toBeCloseTo(1);
  });

  it('tells an e5 model what is a query and what a passage', async () => {
    const embedder = await openTransformerEmbedder({ model: path.join(root, 'tiny-e5') });
    const [query] = await embedder.embed(['uang'], 'query');
    const [passage] = await embedder.embed(['uang'], 'passage');
    expect(Math.sign(query?.[1] ?? 0)).toBe(1);
    expect(Math.sign(passage?.[1] ?? 0)).toBe(-1);
  });

  it('knows the same model in another place, and another model in a folder of the same name', async () => {
    await cp(path.join(root, 'plain'), path.join(root, 'copy/plain'), { recursive: true });
    const vectors = VECTORS.toReversed();
    await writeTinyModel(path.join(root, 'other/plain'), { tokens: TOKENS, vectors });
    const ids = ['plain', 'copy/plain', 'other/plain'].map(async (name) => {
      return (await openTransformerEmbedder({ model: path.join(root, name) })).id;
    });
    const [here, there, other] = await Promise.all(ids);
    expect(here).toBe(there);
    expect(other).not.toBe(here);
  });

  it('takes the full weights where a folder has no small ones', async () => {
    await cp(path.join(root, 'plain'), path.join(root, 'full'), { recursive: true });
    await rm(path.join(root, 'full/onnx/model_quantized.onnx'));
    expect((await openTransformerEmbedder({ model: path.join(root, 'full') })).id).toMatch(/:fp32$/);
  });

  it('names the files that a folder lacks', async () => {
    const opened = openTransformerEmbedder({ model: root });
    await expect(opened).rejects.toThrow(EmbedderError);
    await expect(openTransformerEmbedder({ model: root })).rejects.toThrow(/onnx\/model_quantized\.onnx/);
  });
});

describe('openTransformerEmbedder with a hub', () => {
  let hub: Server | undefined;
  afterEach(() => {
    hub?.close();
    hub?.closeAllConnections();
  });
  const open = async (listener: RequestListener, model: string) => {
    const server = createServer(listener);
    hub = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const keepIn = path.join(root, 'kept');
    return openTransformerEmbedder({ model, hub: `http://127.0.0.1:${port}`, keepIn, silenceMs: 200 });
  };
  const serveModel: RequestListener = (request, response) => {
    const file = /^\/example\/tiny\/resolve\/main\/(.*)$/.exec(request.url ?? '')?.[1];
    readFile(path.join(root, 'plain', file ?? 'missing')).then(
      (bytes) => response.writeHead(200, { 'content-length': bytes.length }).end(bytes),
      () => response.writeHead(404).end(),
    );
  };

  it('fetches a model by its name from a mirror, once', async () => {
    const embedder = await open(serveModel, 'example/tiny');
    expect(embedder).toMatchObject({ id: 'transformer:example/tiny:q8', dimensions: 3 });
    hub?.close();
    const again = await open((_, response) => response.writeHead(500).end(), 'example/tiny');
    expect([...((await again.embed(['uang'], 'query'))[0] ?? [])]).toEqual([1, 0, 0]);
  });

  it.each<[string, string, RequestListener, RegExp]>([
    ['broken', 'example/a', (_, response) => response.writeHead(500).end(), /Internal server error/],
    ['silent', 'example/b', () => undefined, /nothing arrived for 0.2 s/],
    [
      'silent in the middle of a file',
      'example/c',
      (_, response) => response.writeHead(200, { 'content-length': 1000 }).write('{'),
      /nothing arrived for 0.2 s/,
    ],
    ['without this model', 'example/d', (_, response) => response.writeHead(404).end(), /./],
  ])('says what is wrong with a hub that is %s, and what to do', async (_, model, listener, reason) => {
    const failure = await open(listener, model).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbedderError);
    expect(String(failure)).toMatch(reason);
    expect(String(failure)).toMatch(/cannot be had from http.*PANDU_TRANSFORMER_HUB.*FALLBACK=static/);
  });

  it('says so when nothing listens', async () => {
    const options = { model: 'example/e', hub: 'http://127.0.0.1:5399', keepIn: path.join(root, 'kept') };
    await expect(openTransformerEmbedder(options)).rejects.toThrow(/ECONNREFUSED/);
  });
});
