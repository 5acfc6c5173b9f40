import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked in one request. */
export interface Asked {
  readonly model: string;
  readonly input: readonly string[];
}

/** How one request is answered; 'never' leaves it open. */
export type Answer =
  'never' | { readonly status?: number; readonly vectors?: readonly (readonly unknown[])[] };

export interface EmbeddingServer {
  readonly baseUrl: string;
  /** All requests so far, in order. */
  readonly asked: readonly Asked[];
  close(): void;
}

/** A local server that speaks `/v1/embeddings`; `answer` decides each reply, whose data come in reverse order. */
export async function serveEmbeddings(
  answer: (asked: Asked, turn: number) => Answer | Promise<Answer>,
): Promise<EmbeddingServer> {
  const asked: Asked[] = [];
  const reply = async (body: string, response: ServerResponse) => {
    const question = JSON.parse(body) as Asked;
    asked.push(question);
    const given = await answer(question, asked.length);
    if (given === 'never') return;
    const { status = 200, vectors = [] } = given;
    const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse();
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' });
    response.end(
      JSON.stringify(status === 200 ? { object: 'list', model: question.model, data } : { error: {} }),
    );
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => void reply(body, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Vectors of three numbers that differ with the length of the text. */
export function embedLengths({ input }: Asked): Answer {
  return { vectors: input.map((text) => [text.length, 0, 1]) };
}
