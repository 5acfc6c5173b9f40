import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { describe, expect, it } from 'vitest';
import { FAKE_KNOWLEDGE } from '../../core/assistant/fake-knowledge.ts';
import { createVoice } from '../conversation/index.ts';
import type { ReplyWriter, WrittenPart } from '../language-model/index.ts';
import type { AppParts } from './app-parts.ts';
import { createApp } from './create-app.ts';
import { fakeParts } from './fake-parts.ts';

const REPLY: WrittenPart = { kind: 'reply', reply: { text: 'Dari model.', citations: [], mode: 'model' } };
const KEY = '7f9c24e8-3b12-4fef-91e0-56b63f6b5d11';

/** A model that writes one sentence, then waits until it is let go on or stopped. */
function slowWriter() {
  let letGo: () => void = () => undefined;
  const signals: AbortSignal[] = [];
  const writer: ReplyWriter = {
    mode: () => 'model',
    async *write(_, __, signal) {
      signals.push(signal);
      yield { kind: 'sentence', text: 'Dari model.' };
      await new Promise<void>((resolve) => {
        letGo = resolve;
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
      yield REPLY;
    },
  };
  return {
    writer,
    signals,
    letGo: () => {
      letGo();
    },
  };
}

function open(writer: ReplyWriter | undefined, stopping = new AbortController()) {
  const readArticle = () => Promise.resolve(undefined);
  const knowledge = () => Promise.resolve(FAKE_KNOWLEDGE);
  const parts = fakeParts({
    stopping: stopping.signal,
    ...(writer && { voice: createVoice({ knowledge, readArticle, writer }) }),
  });
  return { parts, post: () => post(parts) };
}

function post(parts: AppParts): Promise<Response> {
  const headers = {
    Accept: 'text/event-stream',
    'Accept-Encoding': 'br, gzip',
    'Content-Type': 'application/json',
    'Idempotency-Key': KEY,
  };
  const body = JSON.stringify({ text: 'transfer belum masuk' });
  const init = { method: 'POST', headers, body };
  return Promise.resolve(createApp(parts).request('http://localhost/api/v1/conversations', init));
}

/** The events as they come. */
async function* eventsOf(response: Response): AsyncGenerator<EventSourceMessage> {
  const arrived: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => void arrived.push(event) });
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parser.feed(decoder.decode(part.value, { stream: true }));
      yield* arrived.splice(0);
    }
  } finally {
    await reader.cancel();
  }
}

async function allOf(response: Response): Promise<EventSourceMessage[]> {
  const events = [];
  for await (const event of eventsOf(response)) events.push(event);
  return events;
}

describe('a reply as a stream', () => {
  it('gives the whole answer at once and the words of the guides, each with the revision', async () => {
    const { post } = open(undefined);
    const response = await post();
    expect(response.status).toBe(201);
    expect(response.headers.get('Content-Type')).toBe('text/event-stream');
    expect(response.headers.get('Content-Encoding')).toBeNull();
    expect(response.headers.get('Cache-Control')).toContain('no-store');
    const events = await allOf(response);
    expect(events.map(({ event, id }) => [event, id])).toEqual([
      ['state', '1'],
      ['reply', '1'],
      ['done', '1'],
    ]);
    const [state, reply] = events.map(({ data }) => JSON.parse(data) as Record<string, unknown>);
    expect(state).toMatchObject({ state: 'question', secret: expect.any(String) as string });
    expect(reply).toEqual(state?.['reply']);
  });

  it('has the turn in the database before anything is sent', async () => {
    const { writer, letGo } = slowWriter();
    const { post, parts } = open(writer);
    for await (const { event } of eventsOf(await post())) {
      if (event === 'state') expect([...parts.store.rows.values()][0]?.revision).toBe(1);
      if (event === 'sentence') letGo();
    }
  });

  it('sends the sentences of a model while it writes, then the reply that counts', async () => {
    const { writer, letGo } = slowWriter();
    const { post } = open(writer);
    const names: (string | undefined)[] = [];
    for await (const { event, data } of eventsOf(await post())) {
      names.push(event);
      if (event === 'sentence') letGo();
      if (event === 'reply') expect(JSON.parse(data)).toMatchObject({ mode: 'model' });
    }
    expect(names).toEqual(['state', 'sentence', 'reply', 'done']);
  });

  it('stops the model when the client goes', async () => {
    const { writer, signals } = slowWriter();
    const { post } = open(writer);
    for await (const { event } of eventsOf(await post())) if (event === 'sentence') break;
    expect(signals[0]?.aborted).toBe(true);
  });

  it('ends without "done" when the server stops, and gives the rest, not doubled, to the same key', async () => {
    const { writer, letGo, signals } = slowWriter();
    const stopping = new AbortController();
    const { parts } = open(writer, stopping);
    const names: (string | undefined)[] = [];
    for await (const { event } of eventsOf(await post(parts))) {
      names.push(event);
      if (event === 'sentence') stopping.abort();
    }
    expect(names).toEqual(['state', 'sentence']);
    expect(signals[0]?.aborted).toBe(true);
    const restarted = { ...parts, stopping: new AbortController().signal };
    const again: (string | undefined)[] = [];
    for await (const { event } of eventsOf(await post(restarted))) {
      again.push(event);
      if (event === 'sentence') letGo();
    }
    expect(again).toEqual(['state', 'sentence', 'reply', 'done']);
    expect([...parts.store.rows.values()].map(({ revision }) => revision)).toEqual([1]);
  });

  it('ends when the server stops, also while the model does not listen', async () => {
    const deaf: ReplyWriter = {
      mode: () => 'model',
      async *write() {
        yield { kind: 'sentence', text: 'Dari model.' };
        await new Promise(() => undefined);
      },
    };
    const stopping = new AbortController();
    const { parts } = open(deaf, stopping);
    const names: (string | undefined)[] = [];
    for await (const { event } of eventsOf(await post(parts))) {
      names.push(event);
      if (event === 'sentence') stopping.abort();
    }
    expect(names).toEqual(['state', 'sentence']);
  });

  it('tells a fault as a problem, and logs it without the words', async () => {
    const broken: ReplyWriter = {
      mode: () => 'model',
      write: () => ({
        [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('broken')) }),
      }),
    };
    const { post, parts } = open(broken);
    const events = await allOf(await post());
    expect(events.map(({ event }) => event)).toEqual(['state', 'error']);
    expect(JSON.parse(events[1]?.data ?? '')).toMatchObject({ status: 500, title: 'Internal Server Error' });
    expect(parts.lines.join('')).toMatch(/broken/);
    expect(parts.lines.join('')).not.toMatch(/transfer/);
  });
});
