import type { Context } from 'hono';
import { SECRET_FORM } from '../conversation/index.ts';
import { problemResponse, type AppEnv } from '../http/index.ts';

/** The token of an address; undefined when it is none by its form, so that nothing else reaches the database. */
export function tokenOf(c: Context<AppEnv>): string | undefined {
  const token = c.req.param('token') ?? '';
  return SECRET_FORM.test(token) ? token : undefined;
}

/** The answer to a token that opens nothing, whatever the reason. */
export function unknownTicket(): Response {
  const detail =
    'This opens no ticket. Use the link as it was given, or ask for a new one with POST /api/v1/tickets/access.';
  return problemResponse(404, detail);
}
