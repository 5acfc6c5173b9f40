import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followEvents } from './follow-events.ts';

/** The connections that were opened, in order. */
const opened: FakeSource[] = [];

/** Stands in for the browser's `EventSource`; the test plays the server. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 0;
  onopen: (() => void) | undefined;
  onerror: (() => void) | undefined;

  constructor() {
    super();
    opened.push(this);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  tell(name: string, data: string): void {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }

  refuse(): void {
    this.close();
    this.onerror?.();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  opened.length = 0;
  vi.stubGlobal('EventSource', FakeSource);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow() {
  const told: unknown[] = [];
  const stop = followEvents({
    opened: () => told.push('opened'),
    ticket: (id) => told.push(id),
    presence: (ticket, viewers) => told.push([ticket, viewers]),
    broke: () => told.push('broke'),
  });
  return { told, stop };
}

describe('the events of the server', () => {
  test('are told, and only those that are whole', () => {
    const { told } = follow();
    const [source] = opened;
    const sari = { agent: 'sari', name: 'Sari', isTyping: true };
    source?.onopen?.();
    source?.tell('ticket', '{"id":"t1"}');
    source?.tell('ticket', '{"id":');
    source?.tell('ticket', '{"id":7}');
    source?.tell('presence', JSON.stringify({ ticket: 't1', viewers: [sari, { agent: 1 }, null] }));
    source?.tell('presence', '[]');
    expect(told).toEqual(['opened', 't1', ['t1', [sari]]]);
  });

  test('are asked for again after an answer that is no stream, each time later', async () => {
    const { told } = follow();
    opened[0]?.refuse();
    await vi.advanceTimersByTimeAsync(1500);
    expect(opened).toHaveLength(2);
    opened[1]?.refuse();
    await vi.advanceTimersByTimeAsync(1500);
    expect(opened).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1500);
    expect(opened).toHaveLength(3);
    expect(told).toEqual(['broke', 'broke']);
  });

  test('are left to the browser while it tries by itself', async () => {
    follow();
    opened[0]?.onerror?.();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(opened).toHaveLength(1);
  });

  test('are not followed any more once that is said', async () => {
    const { stop } = follow();
    opened[0]?.refuse();
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(opened).toHaveLength(1);
  });
});
