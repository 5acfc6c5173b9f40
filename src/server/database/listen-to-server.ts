import type { Client, ClientConfig } from 'pg';

/** How long after a connection broke it is made anew: first, and at the most. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/** A name that can stand in LISTEN without quoting. */
const CHANNEL = /^[a-z_]{1,60}$/;

/**
 * Listens to a channel over a connection of its own, which is made anew when it breaks; `hear` is then called with ''.
 * Gives what ends it.
 */
export async function listenToServer(
  connect: (config: ClientConfig) => Client,
  config: ClientConfig,
  channel: string,
  hear: (text: string) => void,
): Promise<() => Promise<void>> {
  checkChannel(channel);
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;
  let client: Client | undefined;
  const open = async () => {
    const opened = connect(config);
    opened.on('error', () => undefined);
    opened.on('notification', ({ payload }) => {
      hear(payload ?? '');
    });
    opened.once('end', () => {
      if (client === opened) retry(FIRST_WAIT_MS);
    });
    try {
      await opened.connect();
      await opened.query(`LISTEN ${channel}`);
    } catch (fault) {
      await opened.end().catch(() => undefined);
      throw fault;
    }
    client = opened;
  };
  const retry = (waitMs: number) => {
    if (isEnded) return;
    timer = setTimeout(() => {
      open().then(
        () => {
          hear('');
        },
        () => {
          retry(Math.min(2 * waitMs, LONGEST_WAIT_MS));
        },
      );
    }, waitMs);
    timer.unref();
  };
  await open();
  return async () => {
    isEnded = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}

/**
 * The name of a channel, as it is.
 * @throws {RangeError} when it would have to be quoted.
 */
export function checkChannel(channel: string): string {
  if (!CHANNEL.test(channel)) throw new RangeError('A channel is named by small letters and _.');
  return channel;
}
