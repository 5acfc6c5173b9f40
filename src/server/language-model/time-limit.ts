/** How long a model may take. */
export interface TimeLimits {
  /** Until the first word. */
  readonly firstMs: number;
  /** Until the end, retries included. */
  readonly totalMs: number;
}

export type TimeFault = 'first-word-late' | 'too-slow';

/** The clock of one request. */
export interface TimeLimit {
  /** Aborted when time is up or the reader has left. */
  readonly signal: AbortSignal;
  /** Which time was up; undefined while none is. */
  readonly fault: () => TimeFault | undefined;
  /** The first word has come. */
  readonly seen: () => void;
  /** Stops the clock; always to be called. */
  readonly stop: () => void;
}

export function startTimeLimit({ firstMs, totalMs }: TimeLimits, outer: AbortSignal): TimeLimit {
  const inner = new AbortController();
  let fault: TimeFault | undefined;
  const giveUp = (why: TimeFault) => () => {
    fault ??= why;
    inner.abort();
  };
  const first = setTimeout(giveUp('first-word-late'), firstMs);
  const total = setTimeout(giveUp('too-slow'), totalMs);
  return {
    signal: AbortSignal.any([inner.signal, outer]),
    fault: () => fault,
    seen() {
      clearTimeout(first);
    },
    stop() {
      clearTimeout(first);
      clearTimeout(total);
      // Whatever still waits, a retry among it, ends.
      inner.abort();
    },
  };
}

/** The items of `source` until `signal` is aborted, also when the source does not heed the signal. */
export async function* untilAborted<Item>(
  source: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, void> {
  const iterator = source[Symbol.asyncIterator]();
  const aborted = new Promise<'aborted'>((resolve) => {
    if (signal.aborted) resolve('aborted');
    signal.addEventListener(
      'abort',
      () => {
        resolve('aborted');
      },
      { once: true },
    );
  });
  try {
    for (;;) {
      const next = iterator.next();
      // When the abortion wins the race, nobody waits for the loser.
      next.catch(() => undefined);
      const result = await Promise.race([next, aborted]);
      if (result === 'aborted' || result.done === true) return;
      yield result.value;
    }
  } finally {
    // Not awaited: a source that hangs would hang this as well.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}
