export const EVENT_STREAM = 'text/event-stream';

/** Something that has happened, for whoever listens. */
export interface StreamedEvent {
  readonly event: string;
  readonly data: unknown;
}

export interface EventStreamOptions {
  /** After so long a client that was cut off comes again. */
  readonly retryMs: number;
  /** Begins to tell of what happens; gives what ends it, which is called once. */
  readonly follow: (tell: (event: StreamedEvent) => void) => () => void;
  /** Asked with each heartbeat: whether whoever listens still may. Without it they may. */
  readonly mayListen?: () => Promise<boolean>;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
}

/** Proxies give up a connection on which nothing comes for a minute or so. */
const HEARTBEAT_MS = 25_000;

/** What happens as server-sent events, until the client goes, the server stops, or they may not listen any more. */
export function streamEvents({
  retryMs,
  follow,
  mayListen = () => Promise.resolve(true),
  stopping,
}: EventStreamOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {
    // Nothing to end before it has begun.
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      const write = (text: string) => {
        if (!isOver) controller.enqueue(encoder.encode(text));
      };
      write(`retry: ${retryMs}\n: listening\n\n`);
      const leave = follow(({ event, data }) => {
        write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      });
      const heartbeat = setInterval(() => {
        mayListen().then(
          (may) => {
            if (may) write(': still here\n\n');
            else close();
          },
          // A database that does not answer now is no reason to send anybody away.
          () => undefined,
        );
      }, HEARTBEAT_MS);
      end = () => {
        isOver = true;
        clearInterval(heartbeat);
        leave();
        stopping.removeEventListener('abort', close);
      };
      const close = () => {
        if (isOver) return;
        end();
        controller.close();
      };
      stopping.addEventListener('abort', close, { once: true });
      if (stopping.aborted) close();
    },
    cancel() {
      end();
    },
  });
}
