import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one request asked. */
export interface FakeRequest {
  readonly system: string;
  readonly user: string;
  /** All of the request, as it came. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** How one request is answered. */
export type FakeAnswer =
  /** Says a text, in pieces of a few letters, then what tools it would use. */
  | {
      readonly kind: 'says';
      readonly text: string;
      readonly calls?: readonly { readonly name: string; readonly json: string }[];
      /** Tokens as the server counts them; absent when it does not count. */
      readonly usage?: readonly [input: number, output: number];
      /** Why it ends; `stop` unless given. */
      readonly reason?: string;
      readonly pieceLength?: number;
      readonly pieceMs?: number;
    }
  /** Says a text, then nothing more, with the connection open. */
  | { readonly kind: 'stalls'; readonly after?: string }
  | { readonly kind: 'fails'; readonly status: number; readonly retryAfterSeconds?: number }
  /** Says a text and breaks the connection, or ends without a reason. */
  | { readonly kind: 'cuts'; readonly after: string; readonly isPolite?: boolean }
  /** Says a text, then something that is no JSON, or JSON of another kind. */
  | { readonly kind: 'garbles'; readonly after?: string; readonly data?: string };

export type FakeScript = (request: FakeRequest, turn: number) => FakeAnswer | Promise<FakeAnswer>;

export interface FakeOpenAiServer {
  /** For OPENAI_BASE_URL. */
  readonly baseUrl: string;
  /** All requests so far, in order. */
  readonly requests: readonly FakeRequest[];
  close(): void;
}

/**
 * A local server that speaks `/v1/chat/completions` as OpenAI does, streaming; `script` decides each answer. The worst
 * that a model can do is to be a {@link parrot}.
 */
export async function serveFakeOpenAi(script: FakeScript, port = 0): Promise<FakeOpenAiServer> {
  const requests: FakeRequest[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const read = readRequest(text, request.headers);
      requests.push(read);
      void Promise.resolve(script(read, requests.length)).then((answer) => give(answer, response));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Says everything that it was given, instructions, passages and the reader's words, each line with a citation. */
export function parrot({ system, user }: FakeRequest): FakeAnswer {
  const lines = `${system}\n${user}`.split('\n').filter((line) => line.trim() !== '');
  return { kind: 'says', text: lines.map((line) => `${line} [1]`).join('\n'), pieceLength: 200 };
}

/** Quotes the first passage, as a model that does what it is told. */
export function quoteFirst({ user }: FakeRequest): FakeAnswer {
  const passage = /^\[1\] (.*)$/m.exec(user)?.[1] ?? '';
  const sentences = passage.match(/[^.!?]+[.!?]+(?=\s|$)/g) ?? [];
  const text = sentences.map((sentence) => `${sentence.trim()} [1]`).join(' ');
  return { kind: 'says', text, usage: [100, 20] };
}

function readRequest(text: string, headers: FakeRequest['headers']): FakeRequest {
  const body = JSON.parse(text) as { messages?: { role: string; content: string }[] };
  const contentOf = (role: string) => body.messages?.find((message) => message.role === role)?.content ?? '';
  return { system: contentOf('system'), user: contentOf('user'), body: { ...body }, headers };
}

async function give(answer: FakeAnswer, response: ServerResponse): Promise<void> {
  if (answer.kind === 'fails') {
    const { status, retryAfterSeconds } = answer;
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    });
    response.end(JSON.stringify({ error: { message: 'SECRET-OF-THE-SERVER', type: 'fake' } }));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (data: unknown) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  const sendText = (text: string) => send(chunk({ content: text }));
  switch (answer.kind) {
    case 'stalls':
      if (answer.after !== undefined) sendText(answer.after);
      return;
    case 'cuts':
      sendText(answer.after);
      if (answer.isPolite) response.end();
      // The text must have left before the line breaks.
      else setTimeout(() => response.destroy(), 20);
      return;
    case 'garbles':
      if (answer.after !== undefined) sendText(answer.after);
      response.end(`data: ${answer.data ?? '{"choices": [{"delta": {"content": "Uang'}\n\ndata: [DONE]\n\n`);
      return;
    case 'says': {
      const { text, calls = [], usage, reason = 'stop', pieceLength = 7, pieceMs = 0 } = answer;
      for (let at = 0; at < text.length; at += pieceLength) {
        sendText(text.slice(at, at + pieceLength));
        if (pieceMs > 0) await new Promise((resolve) => setTimeout(resolve, pieceMs));
      }
      calls.forEach(({ name, json }, index) => {
        // As real servers do: the name first, the parameters in pieces.
        send(
          chunk({
            tool_calls: [{ index, id: `c${index}`, type: 'function', function: { name, arguments: '' } }],
          }),
        );
        send(chunk({ tool_calls: [{ index, function: { arguments: json.slice(0, 5) } }] }));
        send(chunk({ tool_calls: [{ index, function: { arguments: json.slice(5) } }] }));
      });
      send(chunk({}, reason));
      if (usage) send({ choices: [], usage: { prompt_tokens: usage[0], completion_tokens: usage[1] } });
      response.end('data: [DONE]\n\n');
    }
  }
}

function chunk(delta: object, reason: string | null = null) {
  return { object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: reason }] };
}
