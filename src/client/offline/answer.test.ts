import { describe, expect, test } from 'vitest';
import { answerKept, answerPage, answerRefreshed } from './answer.ts';

const PAGE = 'https://pandu.example.org/banking/otp/';
const OFFLINE = 'https://pandu.example.org/luring/';

function html(text: string, status = 200): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/html' } });
}

function setUp(kept: Record<string, string>, network: () => Promise<Response>) {
  const stored = new Map(Object.entries(kept));
  const work: Promise<unknown>[] = [];
  const key = (request: RequestInfo | URL) => (request instanceof Request ? request.url : String(request));
  const tools = {
    cache: {
      match: (request: RequestInfo | URL) => {
        const text = stored.get(key(request));
        return Promise.resolve(text === undefined ? undefined : html(text));
      },
      put: async (request: RequestInfo | URL, response: Response) => {
        stored.set(key(request), await response.text());
      },
    },
    fetch: network,
    later: (promise: Promise<unknown>) => void work.push(promise),
  };
  return { tools, stored, finish: () => Promise.all(work) };
}

const gone = () => Promise.reject(new TypeError('Failed to fetch'));
const never = () => new Promise<Response>(() => undefined);
const text = async (response: Promise<Response>) => (await response).text();

describe('answerPage', () => {
  test('never shows a kept guide while the network answers, and keeps the new one', async () => {
    const { tools, stored, finish } = setUp({ [PAGE]: 'old' }, () => Promise.resolve(html('new')));
    expect(await text(answerPage(new Request(PAGE), OFFLINE, tools))).toBe('new');
    await finish();
    expect(stored.get(PAGE)).toBe('new');
  });

  test.each([
    ['fails', gone],
    ['is silent', never],
    ['leads to a broken server', () => Promise.resolve(html('broken', 503))],
  ])('shows the kept guide when the network %s', async (_, network) => {
    const { tools } = setUp({ [PAGE]: 'kept' }, network);
    expect(await text(answerPage(new Request(PAGE), OFFLINE, tools, 5))).toBe('kept');
  });

  test('waits for a slow network when there is nothing kept', async () => {
    const slow = () =>
      new Promise<Response>((resolve) =>
        setTimeout(() => {
          resolve(html('late'));
        }, 20),
      );
    expect(await text(answerPage(new Request(PAGE), OFFLINE, setUp({}, slow).tools, 1))).toBe('late');
  });

  test('says what can be read when it has neither', async () => {
    const { tools } = setUp({ [OFFLINE]: 'offline' }, gone);
    expect(await text(answerPage(new Request(PAGE), OFFLINE, tools))).toBe('offline');
  });

  test('passes a missing page on as missing, even when it was kept once', async () => {
    const { tools } = setUp({ [PAGE]: 'old' }, () => Promise.resolve(html('gone', 404)));
    expect((await answerPage(new Request(PAGE), OFFLINE, tools)).status).toBe(404);
  });

  test('answers a search offline with the results page, and never writes the words down', async () => {
    const results = 'https://pandu.example.org/cari/';
    const offline = setUp({ [results]: 'results' }, gone);
    expect(await text(answerPage(new Request(`${results}?q=rahasia`), OFFLINE, offline.tools))).toBe(
      'results',
    );
    const online = setUp({}, () => Promise.resolve(html('answer')));
    await answerPage(new Request(`${results}?q=rahasia`), OFFLINE, online.tools);
    await online.finish();
    expect([...online.stored]).toEqual([]);
  });
});

test('a hashed file is fetched once', async () => {
  let fetched = 0;
  const { tools, finish } = setUp({}, () => {
    fetched++;
    return Promise.resolve(html('file'));
  });
  await answerKept(new Request(PAGE), tools);
  await finish();
  expect(await text(answerKept(new Request(PAGE), tools))).toBe('file');
  expect(fetched).toBe(1);
});

test('a file that is not there is not kept', async () => {
  const { tools, stored, finish } = setUp({}, () => Promise.resolve(html('no', 404)));
  await answerKept(new Request(PAGE), tools);
  await answerRefreshed(new Request(PAGE), tools);
  await finish();
  expect(stored.size).toBe(0);
});

test('the door of the index is given at once and renewed behind', async () => {
  const { tools, stored, finish } = setUp({ [PAGE]: 'old' }, () => Promise.resolve(html('new')));
  expect(await text(answerRefreshed(new Request(PAGE), tools))).toBe('old');
  await finish();
  expect(stored.get(PAGE)).toBe('new');
});
