import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { EmbedderError } from './embedder-error.ts';
import { openOpenAiEmbedder } from './openai-embedder.ts';

interface Asked {
  readonly model: string;
  readonly input: readonly string[];
}
interface Answer {
  readonly status?: number;
  readonly vectors?: readonly (readonly number[])[];
}

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** A local server that speaks `/v1/embeddings`; `answer` decides each reply, the data in reverse order. */
async function serve(
  answer: (asked: Asked, turn: number) => Answer,
): Promise<{ baseUrl: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const question = JSON.parse(body) as Asked;
      asked.push(question);
      const { status = 200, vectors = [] } = answer(question, asked.length);
      const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse();
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(status === 200 ? { object: 'list', model: question.model, data } : { error: {} }),
      );
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, asked };
}

const lengths = ({ input }: Asked): Answer => ({ vectors: input.map((text) => [text.length, 0, 1]) });

describe('openOpenAiEmbedder', () => {
  it('gives one vector of length 1 for each text, in order, in batches', async () => {
    const { baseUrl, asked } = await serve(lengths);
    const embedder = await openOpenAiEmbedder({ apiKey: '', baseUrl, model: 'tiny' });
    const vectors = await embedder.embed(
      Array.from({ length: 100 }, (_, index) => 'x'.repeat(index)),
      'query',
    );
    expect(embedder).toMatchObject({ id: 'openai:tiny', dimensions: 3 });
    expect(asked.map(({ input }) => input.length)).toEqual([1, 64, 36]);
    expect(vectors).toHaveLength(100);
    expect(vectors[70]?.[0]).toBeCloseTo(70 / Math.hypot(70, 1));
    expect(Math.hypot(...(vectors[99] ?? []))).toBeCloseTo(1);
  });

  it('never sends an empty text', async () => {
    const { baseUrl, asked } = await serve(lengths);
    const embedder = await openOpenAiEmbedder({ apiKey: '', baseUrl, model: 'tiny' });
    await embedder.embed(['', '  '], 'query');
    expect(asked.flatMap(({ input }) => input)).toEqual(['.', '.', '.']);
  });

  it('tries again when the server is busy', async () => {
    const { baseUrl, asked } = await serve((question, turn) =>
      turn === 2 ? { status: 503 } : lengths(question),
    );
    const embedder = await openOpenAiEmbedder({ apiKey: '', baseUrl, model: 'tiny' });
    expect(await embedder.embed(['a'], 'query')).toHaveLength(1);
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['vectors of another size', [[1, 2]]],
    ['too few vectors', []],
  ])('refuses %s', async (_, vectors) => {
    const { baseUrl } = await serve((question, turn) => (turn === 1 ? lengths(question) : { vectors }));
    const embedder = await openOpenAiEmbedder({ apiKey: '', baseUrl, model: 'tiny' });
    await expect(embedder.embed(['a'], 'query')).rejects.toThrow(/asked for 1 vectors of 3 numbers/);
  });

  it('says which settings to check when the key is refused, without the key', async () => {
    const { baseUrl } = await serve(() => ({ status: 401 }));
    const opened = openOpenAiEmbedder({ apiKey: 'sk-example', baseUrl, model: 'tiny' });
    await expect(opened).rejects.toThrow(EmbedderError);
    await expect(openOpenAiEmbedder({ apiKey: 'sk-example', baseUrl, model: 'tiny' })).rejects.toThrow(
      /^(?!.*sk-example).*status 401.*OPENAI_API_KEY/,
    );
  });
});
