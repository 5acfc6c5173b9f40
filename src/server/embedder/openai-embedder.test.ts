import { afterEach, describe, expect, it } from 'vitest';
import { EmbedderError } from './embedder-error.ts';
import { embedLengths, serveEmbeddings, type Answer, type EmbeddingServer } from './fake-embedding-server.ts';
import { openOpenAiEmbedder } from './openai-embedder.ts';

let server: EmbeddingServer | undefined;
afterEach(() => server?.close());

const OPTIONS = { apiKey: '', model: 'tiny' };

describe('openOpenAiEmbedder', () => {
  it('gives one vector of length 1 for each text, in order, in batches', async () => {
    server = await serveEmbeddings(embedLengths);
    const embedder = await openOpenAiEmbedder({ ...OPTIONS, baseUrl: server.baseUrl });
    const vectors = await embedder.embed(
      Array.from({ length: 100 }, (_, index) => 'x'.repeat(index)),
      'query',
    );
    expect(embedder).toMatchObject({ id: 'openai:tiny', dimensions: 3 });
    expect(server.asked.map(({ input }) => input.length)).toEqual([1, 64, 36]);
    expect(vectors).toHaveLength(100);
    expect(vectors[70]?.[0]).toBeCloseTo(70 / Math.hypot(70, 1));
    expect(Math.hypot(...(vectors[99] ?? []))).toBeCloseTo(1);
  });

  it('never sends an empty text', async () => {
    server = await serveEmbeddings(embedLengths);
    const embedder = await openOpenAiEmbedder({ ...OPTIONS, baseUrl: server.baseUrl });
    await embedder.embed(['', '  '], 'query');
    expect(server.asked.flatMap(({ input }) => input)).toEqual(['.', '.', '.']);
  });

  it.each([429, 500, 503])('tries again after status %d', async (status) => {
    server = await serveEmbeddings((question, turn) => (turn === 2 ? { status } : embedLengths(question)));
    const embedder = await openOpenAiEmbedder({ ...OPTIONS, baseUrl: server.baseUrl });
    expect(await embedder.embed(['a'], 'passage')).toHaveLength(1);
    expect(server.asked).toHaveLength(3);
  });

  it.each<[string, Answer, RegExp]>([
    ['is always busy', { status: 429 }, /status 429: too many requests/],
    ['is broken', { status: 500 }, /status 500/],
    ['does not answer', 'never', /no answer within 0.05 s/],
  ])('says so when the server %s, and what to do', async (_, answer, reason) => {
    server = await serveEmbeddings((question, turn) => (turn === 1 ? embedLengths(question) : answer));
    const { baseUrl } = server;
    const embedder = await openOpenAiEmbedder({ ...OPTIONS, baseUrl, timeoutMs: 50, retries: 1 });
    const failure = await embedder.embed(['a'], 'passage').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbedderError);
    expect(String(failure)).toMatch(reason);
    expect(String(failure)).toMatch(/OPENAI_BASE_URL.*PANDU_EMBEDDER_FALLBACK=static/);
  });

  it('says so when nothing listens', async () => {
    // A port of the loopback device where nothing listens.
    const opened = openOpenAiEmbedder({ ...OPTIONS, baseUrl: 'http://127.0.0.1:5399/v1', retries: 0 });
    await expect(opened).rejects.toThrow(/no connection: ECONNREFUSED/);
  });

  it.each([
    ['vectors of another size', [[1, 2]]],
    ['too few vectors', []],
    ['what is no number', [[1, null, 2]]],
  ])('refuses %s', async (_, vectors) => {
    server = await serveEmbeddings((question, turn) => (turn === 1 ? embedLengths(question) : { vectors }));
    const embedder = await openOpenAiEmbedder({ ...OPTIONS, baseUrl: server.baseUrl });
    await expect(embedder.embed(['a'], 'query')).rejects.toThrow(/asked for 1 vectors of 3 numbers/);
  });

  it('says which settings to check when the key is refused, without the key', async () => {
    server = await serveEmbeddings(() => ({ status: 401 }));
    const options = { apiKey: 'sk-example', baseUrl: server.baseUrl, model: 'tiny' };
    const failure = await openOpenAiEmbedder(options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbedderError);
    expect(String(failure)).toMatch(/^(?!.*sk-example).*status 401.*OPENAI_API_KEY/);
  });
});
