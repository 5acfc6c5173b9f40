import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgentEnv } from './agent-guard.ts';
import { streamDesk } from './desk-stream.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function listen(mayListen: () => Promise<boolean>) {
  const stopping = new AbortController();
  const left = vi.fn();
  const app = new Hono<AgentEnv>();
  app.get('/', (c) => streamDesk(c, { follow: () => left, mayListen, stopping: stopping.signal }));
  return { text: (await app.request('/')).text(), left, stopping };
}

describe('the stream of the desk', () => {
  it('shows that it lives while the session does, and ends with the heartbeat after it', async () => {
    let isSignedIn = true;
    const { text, left } = await listen(() => Promise.resolve(isSignedIn));
    await vi.advanceTimersByTimeAsync(25_000);
    isSignedIn = false;
    await vi.advanceTimersByTimeAsync(25_000);
    expect(await text).toBe('retry: 1000\n: listening\n\n: still here\n\n');
    expect(left).toHaveBeenCalledOnce();
  });

  it('sends nobody away because the database does not answer, and ends when the server stops', async () => {
    const { text, left, stopping } = await listen(() => Promise.reject(new Error('gone')));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(left).not.toHaveBeenCalled();
    stopping.abort();
    await text;
    expect(left).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });
});
