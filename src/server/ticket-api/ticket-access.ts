import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Language } from '../../core/article/browser.ts';
import { clientOf, problemResponse, readJson, type AppEnv } from '../http/index.ts';
import type { Limit } from '../intake/index.ts';
import { TICKETS } from './ticket-answer.ts';
import { HOUR_S, refuseBeyond, type TicketParts } from './ticket-parts.ts';
import { ticketPath } from './ticket-path.ts';
import { accessCodeSchema, accessSchema, TICKET_REMEDIES } from './ticket-request.ts';

/** Asking for a code, and trying one, by one address. */
export const ASKING: Limit = { name: 'access', most: 20, seconds: HOUR_S };
export const TRYING: Limit = { name: 'access-code', most: 40, seconds: HOUR_S };

/** A ticket that was found by its mailbox, with a fresh token. */
export interface FoundTicket {
  readonly token: string;
  readonly reference: string;
  readonly subject: string;
  readonly url: string;
}

/** Leads those who have lost their links over a code by mail to new ones. */
export function mountTicketAccess(app: OpenAPIHono<AppEnv>, parts: TicketParts): void {
  app.post(`${TICKETS}/access`, async (c) => {
    const body = await readJson(c, accessSchema, TICKET_REMEDIES);
    if (body instanceof Response) return body;
    const refusal = await refuseBeyond(parts, ASKING, clientOf(c, parts));
    if (refusal) return refusal;
    sendCode(parts, body.email, body.lang);
    return c.body(null, 202);
  });
  app.post(`${TICKETS}/access/code`, async (c) => {
    const body = await readJson(c, accessCodeSchema, TICKET_REMEDIES);
    if (body instanceof Response) return body;
    const refusal = await refuseBeyond(parts, TRYING, clientOf(c, parts));
    if (refusal) return refusal;
    const found = await findTickets(parts, body.email, body.code);
    if (found) return c.json({ tickets: found });
    return problemResponse(
      403,
      'This code is wrong, or its time is over. Send the last one that came, within 15 minutes, or ask for another.',
    );
  });
}

/** Sends a code, if there are tickets; begun only, so that nobody learns from the time it takes whether there are. */
export function sendCode({ tickets, intake, log }: TicketParts, email: string, lang: Language): void {
  const send = async () => {
    const found = await tickets.findByEmail(email);
    if (found.length > 0) await intake.codes.send(email, lang);
  };
  send().catch((fault: unknown) => {
    const reason = fault instanceof Error ? fault.name : 'unknown';
    log(JSON.stringify({ level: 'error', message: 'A code for a lost link could not be sent.', reason }));
  });
}

/** The tickets of a mailbox for whoever has its code; undefined when it is another. */
export async function findTickets(
  { tickets, intake, siteUrl }: TicketParts,
  email: string,
  code: string,
): Promise<readonly FoundTicket[] | undefined> {
  if (!(await intake.codes.redeem(email, code))) return undefined;
  const found = await tickets.findByEmail(email);
  return Promise.all(
    found.map(async ({ id, lang, reference, subject }) => {
      const token = await tickets.grantAccess(id);
      return { token, reference, subject, url: `${siteUrl}${ticketPath(lang, token)}` };
    }),
  );
}
