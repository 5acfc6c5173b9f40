import type { Session } from '../database/index.ts';

export const CHANNEL = 'pandu_outbox';

/** Longer waits are left to polling. */
const LONGEST_TIMER_MS = 120_000;
/** So that the clock of the database has passed the moment, too. */
const GRACE_MS = 30;

/** Tells every process, once the transaction is kept, that a job waits. */
export async function sayThatItWaits(session: Session, name: string, startAfter?: Date): Promise<void> {
  await session.query('SELECT pg_notify($1, $2)', [CHANNEL, `${name} ${startAfter?.getTime() ?? 0}`]);
}

/** Wakes who carries jobs out: at once, or when their moment comes. */
export interface Alarm {
  /** Takes what came over the channel; '' wakes all. */
  readonly hear: (text: string) => void;
  readonly stop: () => void;
}

export function setAlarm(wake: (name: string | undefined) => void): Alarm {
  const timers = new Set<NodeJS.Timeout>();
  return {
    hear(text) {
      const [name = '', moment] = text.split(' ');
      const waitMs = Number(moment) - Date.now();
      if (!(waitMs > 0)) {
        wake(name === '' ? undefined : name);
      } else if (waitMs <= LONGEST_TIMER_MS) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          wake(name);
        }, waitMs + GRACE_MS);
        timer.unref();
        timers.add(timer);
      }
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
