import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../http/index.ts';
import { TICKETS } from './ticket-answer.ts';
import { refuseBeyond, type TicketParts } from './ticket-parts.ts';
import { MESSAGES } from './ticket-request.ts';
import { tokenOf, unknownTicket } from './ticket-token.ts';

/** Lets whoever has the link of a ticket take a copy of it, and remove it for good. */
export function mountOwnData(app: OpenAPIHono<AppEnv>, parts: TicketParts): void {
  const { tickets, subjects } = parts;
  app.get(`${TICKETS}/:token/copy`, async (c) => {
    const token = tokenOf(c);
    const thread = token === undefined ? undefined : await tickets.readOwn(token);
    if (!thread || token === undefined) return unknownTicket();
    const refusal = await refuseBeyond(parts, MESSAGES, token);
    if (refusal) return refusal;
    const copy = await subjects.copyOwn(thread.ticket.id);
    return c.body(`${JSON.stringify(copy, null, 2)}\n`, 200, {
      'Content-Type': 'application/json',
      'Content-Disposition': `attachment; filename="${thread.ticket.reference}.json"`,
      'Cache-Control': 'private, no-store',
    });
  });
  app.delete(`${TICKETS}/:token`, async (c) => {
    const token = tokenOf(c);
    const thread = token === undefined ? undefined : await tickets.readOwn(token);
    if (!thread) return unknownTicket();
    await subjects.erase({ ticket: thread.ticket.id });
    return c.body(null, 204);
  });
}
