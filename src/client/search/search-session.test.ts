import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SearchRequest, SearchResponse } from '../../core/search/browser.ts';
import { fakeResponse } from './fake-response.ts';
import { createSearchSession } from './search-session.ts';

interface Call {
  readonly query: string;
  readonly signal: AbortSignal;
  readonly resolve: (response: SearchResponse) => void;
  readonly reject: (error: Error) => void;
}

function setUp() {
  const calls: Call[] = [];
  const told: string[] = [];
  const failed: unknown[] = [];
  const session = createSearchSession(
    ({ query }, signal) =>
      new Promise((resolve, reject) => {
        calls.push({ query, signal, resolve, reject });
      }),
    { answered: ({ query }) => told.push(query), failed: (error) => failed.push(error) },
  );
  const answer = async (index: number) => {
    const call = calls[index];
    call?.resolve(fakeResponse(call.query, ['a']));
    await vi.advanceTimersByTimeAsync(0);
  };
  return { session, calls, told, failed, answer };
}

const request = (query: string): SearchRequest => ({ query, lang: 'id' });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createSearchSession', () => {
  test('asks once for letters typed without a pause', async () => {
    const { session, calls } = setUp();
    for (const query of ['ot', 'otp', 'otp g', 'otp ga']) session.ask(request(query));
    await vi.advanceTimersByTimeAsync(200);
    expect(calls.map(({ query }) => query)).toEqual(['otp ga']);
  });

  test('tells what can be said early, then the answer, and nothing early of an older request', async () => {
    const told: string[] = [];
    const early: ((response: SearchResponse) => void)[] = [];
    const session = createSearchSession(
      ({ query }, _signal, tellEarly) => {
        if (tellEarly) early.push(tellEarly);
        return Promise.resolve(fakeResponse(`${query}, by meaning`, ['a']));
      },
      { answered: ({ query }) => told.push(query), failed: () => undefined },
    );
    session.askNow(request('otp'));
    early[0]?.(fakeResponse('otp, by words', ['a']));
    await session.settled();
    session.askNow(request('pin'));
    early[0]?.(fakeResponse('otp, too late', ['a']));
    await session.settled();
    expect(told).toEqual(['otp, by words', 'otp, by meaning', 'pin, by meaning']);
  });

  test('cancels the request before', () => {
    const { session, calls } = setUp();
    session.askNow(request('otp'));
    session.ask(request('otp ga'));
    expect(calls[0]?.signal.aborted).toBe(true);
  });

  test('never tells an answer that arrives after a newer request, even one that ignores cancelling', async () => {
    const { session, told, answer } = setUp();
    session.askNow(request('otp'));
    session.askNow(request('otp ga'));
    await answer(1);
    await answer(0);
    expect(told).toEqual(['otp ga']);
  });

  test('tells nothing after cancel, and is then settled', async () => {
    const { session, told, answer } = setUp();
    session.askNow(request('otp'));
    session.cancel();
    await answer(0);
    await session.settled();
    expect(told).toEqual([]);
  });

  test('tells that the newest request failed, and is silent about older ones', async () => {
    const { session, calls, failed } = setUp();
    session.askNow(request('otp'));
    session.askNow(request('otp ga'));
    calls[0]?.reject(new Error('old'));
    calls[1]?.reject(new Error('new'));
    await vi.advanceTimersByTimeAsync(0);
    expect(failed).toEqual([new Error('new')]);
  });

  test('settles with the newest answer, not with an older one', async () => {
    const { session, told, answer } = setUp();
    session.askNow(request('otp'));
    const seen = session.settled().then(() => [...told]);
    session.ask(request('otp ga'));
    await vi.advanceTimersByTimeAsync(200);
    await answer(1);
    expect(await seen).toEqual(['otp ga']);
  });
});
