import { vi } from 'vitest';
import type { Conversation } from '../../core/assistant/browser.ts';

/** One request as it came. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly key: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** How the fake answers one request: with events, a broken stream, a status, or not at all. */
export type FakeAnswer =
  | { readonly events: readonly (readonly [name: string, data: object])[]; readonly breaks?: true }
  | { readonly status: number; readonly json?: object }
  | 'unreachable';

/**
 * Stands in for the conversations of a server, in the place of `fetch`: gives the answers in order and notes what was
 * asked. The storage of the device is empty. `vi.unstubAllGlobals()` ends it.
 */
export function fakeAssistantApi(...answers: FakeAnswer[]): { asked: Asked[]; kept: Map<string, string> } {
  const asked: Asked[] = [];
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('fetch', (url: string, { method = 'GET', headers, body, signal }: RequestInit) => {
    const { Authorization: authorization, 'Idempotency-Key': key } = headers as Record<string, string>;
    asked.push({
      method,
      url,
      key,
      authorization,
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
    });
    const answer = answers.shift();
    if (signal?.aborted) return Promise.reject(new DOMException('stopped', 'AbortError'));
    if (answer === undefined || answer === 'unreachable') return Promise.reject(new TypeError('unreachable'));
    return Promise.resolve('status' in answer ? asJson(answer) : asStream(answer));
  });
  return { asked, kept };
}

/** The `state` of a conversation. */
export function fakeState(conversation: Conversation, more: object = {}): readonly [string, object] {
  const reply = { text: 'Dari panduan.', citations: [] };
  return [
    'state',
    { id: 'c1', revision: conversation.turns.length, turns: conversation, reply, mode: 'model', ...more },
  ];
}

/** The words that count, and the end. */
export function fakeWords(text: string): (readonly [string, object])[] {
  return [
    ['reply', { text, citations: [{ id: 'banking/a', url: '/banking/a/', anchor: '' }], mode: 'model' }],
    ['done', {}],
  ];
}

function asJson({ status, json = {} }: Extract<FakeAnswer, { status: number }>): Response {
  return status === 204 ? new Response(null, { status }) : Response.json(json, { status });
}

function asStream({ events, breaks }: Extract<FakeAnswer, { events: unknown }>): Response {
  const encoder = new TextEncoder();
  const chunks = events.map(([name, data]) =>
    encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
  );
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk) controller.enqueue(chunk);
      else if (breaks) controller.error(new TypeError('connection lost'));
      else controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
