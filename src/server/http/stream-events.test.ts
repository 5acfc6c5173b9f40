import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { streamEvents } from './stream-events.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function listen(mayListen: () => Promise<boolean>) {
  const stopping = new AbortController();
  const left = vi.fn();
  const events = streamEvents({ retryMs: 1000, follow: () => left, mayListen, stopping: stopping.signal });
  return { text: new Response(events).text(), left, stopping };
}

describe('a stream of events', () => {
  it('shows that it lives while the session does, and ends with the heartbeat after it', async () => {
    let isSignedIn = true;
    const { text, left } = listen(() => Promise.resolve(isSignedIn));
    await vi.advanceTimersByTimeAsync(25_000);
    isSignedIn = false;
    await vi.advanceTimersByTimeAsync(25_000);
    expect(await text).toBe('retry: 1000\n: listening\n\n: still here\n\n');
    expect(left).toHaveBeenCalledOnce();
  });

  it('sends nobody away because the database does not answer, and ends when the server stops', async () => {
    const { text, left, stopping } = listen(() => Promise.reject(new Error('gone')));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(left).not.toHaveBeenCalled();
    stopping.abort();
    await text;
    expect(left).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('survives a client that goes while it is asked whether they may listen', async () => {
    let answer: (may: boolean) => void = () => undefined;
    const mayListen = () => new Promise<boolean>((resolve) => (answer = resolve));
    const events = streamEvents({
      retryMs: 1000,
      follow: () => () => undefined,
      mayListen,
      stopping: new AbortController().signal,
    });
    await vi.advanceTimersByTimeAsync(25_000);
    await events.cancel();
    answer(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
