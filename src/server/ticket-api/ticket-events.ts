import type { Context } from 'hono';
import { clientOf, EVENT_STREAM, streamEvents, type AppEnv } from '../http/index.ts';
import { tooMany, type TicketParts } from './ticket-parts.ts';
import { tokenOf, unknownTicket } from './ticket-token.ts';

const RETRY_MS = 3_000;
/** What an agent sends is seen once it cannot be taken back any more; nobody tells of that moment. */
const SENT_MS = 11_000;
/** Streams of one address, and of all: each holds a connection. */
const MOST_OF_CLIENT = 20;
const MOST = 2000;
const PATIENCE_S = 60;

const streams = new Map<string, number>();
let all = 0;

/** Tells the reader of a ticket that it has changed (event `changed`), until one of both goes. */
export async function followTicket(c: Context<AppEnv>, parts: TicketParts): Promise<Response> {
  const token = tokenOf(c);
  const thread = token === undefined ? undefined : await parts.tickets.readOwn(token);
  if (!thread) return unknownTicket();
  const client = clientOf(c, parts);
  if (parts.rateLimiter && ((streams.get(client) ?? 0) >= MOST_OF_CLIENT || all >= MOST)) {
    return tooMany(PATIENCE_S);
  }
  const headers = {
    'Content-Type': EVENT_STREAM,
    'Cache-Control': 'no-store, no-transform',
    // nginx would hold the events back.
    'X-Accel-Buffering': 'no',
  };
  if (c.req.method === 'HEAD') return new Response(null, { headers });
  return new Response(streamChanges(parts, thread.ticket.id, client), { headers });
}

function streamChanges(
  { live, stopping }: TicketParts,
  ticket: string,
  client: string,
): ReadableStream<Uint8Array> {
  return streamEvents({
    retryMs: RETRY_MS,
    stopping,
    follow(tell) {
      const changed = () => {
        tell({ event: 'changed', data: {} });
      };
      // Whoever comes now may have missed that something was sent a moment ago.
      let later = setTimeout(changed, SENT_MS);
      const leave = live.subscribe(ticket, () => {
        changed();
        clearTimeout(later);
        later = setTimeout(changed, SENT_MS);
      });
      count(client, 1);
      return () => {
        leave();
        clearTimeout(later);
        count(client, -1);
      };
    },
  });
}

function count(client: string, change: 1 | -1): void {
  all += change;
  const next = (streams.get(client) ?? 0) + change;
  if (next > 0) streams.set(client, next);
  else streams.delete(client);
}
