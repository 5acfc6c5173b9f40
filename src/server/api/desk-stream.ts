import type { Context } from 'hono';
import type { AgentEnv } from './agent-guard.ts';
import { EVENT_STREAM } from './stream-reply.ts';

export interface DeskEvent {
  readonly event: string;
  readonly data: unknown;
}

export interface DeskStreamOptions {
  /** Begins to tell of what happens; gives what ends it. */
  readonly follow: (tell: (event: DeskEvent) => void) => () => void;
  /** Asked with each heartbeat: whether whoever listens still may. */
  readonly mayListen: () => Promise<boolean>;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
}

/** Proxies give up a connection on which nothing comes for a minute or so. */
const HEARTBEAT_MS = 25_000;
const RETRY_MS = 1_000;

/** What happens on the desk as server-sent events, until the client goes, the server stops, or a session ends. */
export function streamDesk(
  c: Context<AgentEnv>,
  { follow, mayListen, stopping }: DeskStreamOptions,
): Response {
  const encoder = new TextEncoder();
  let end = () => {
    // Nothing to end before it has begun.
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        controller.enqueue(encoder.encode(text));
      };
      write(`retry: ${RETRY_MS}\n: listening\n\n`);
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
      let isOver = false;
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
    },
    cancel() {
      end();
    },
  });
  return c.body(body, 200, {
    'Content-Type': EVENT_STREAM,
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
}
