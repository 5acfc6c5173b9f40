import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleAll } from 'cockatiel';

export interface CircuitOptions {
  /** Asks whether the model is well again; rejects when it is not. */
  readonly check: () => Promise<void>;
  /** So many failures in a row break the circuit. Default 3. */
  readonly failures?: number;
  /** Milliseconds between health checks while it is broken. Default 30,000. */
  readonly recheckMs?: number;
}

/** Keeps readers from waiting for a model that does not answer. */
export interface Circuit {
  readonly isClosed: () => boolean;
  /** Counts how a request went. */
  readonly record: (isWell: boolean) => Promise<void>;
  readonly close: () => void;
}

const FAILURES = 3;
const RECHECK_MS = 30_000;

/**
 * A circuit that breaks after failures in a row. No reader is the one to try again: while it is broken, a health check
 * in the background does, and closes it.
 */
export function openCircuit({ check, failures = FAILURES, recheckMs = RECHECK_MS }: CircuitOptions): Circuit {
  const breaker = circuitBreaker(handleAll, {
    breaker: new ConsecutiveBreaker(failures),
    halfOpenAfter: 0,
  });
  let timer: NodeJS.Timeout | undefined;
  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      breaker.execute(check).catch(() => {
        // Still broken, or broken again: `onBreak` has planned the next check.
      });
    }, recheckMs).unref();
  };
  breaker.onBreak(plan);
  return {
    isClosed: () => breaker.state === CircuitState.Closed,
    async record(isWell) {
      // What ends after the circuit broke says nothing new.
      if (breaker.state !== CircuitState.Closed) return;
      await breaker
        .execute(() => (isWell ? Promise.resolve() : Promise.reject(new Error('The request failed.'))))
        .catch(() => undefined);
    },
    close() {
      clearTimeout(timer);
    },
  };
}
