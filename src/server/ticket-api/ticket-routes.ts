import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { clientOf, problemResponse, readJson, repeatableOf, type AppEnv } from '../http/index.ts';
import type { TicketThread } from '../ticket/index.ts';
import { mountTicketAccess } from './ticket-access.ts';
import { TICKETS as BASE, viewOf } from './ticket-answer.ts';
import { describeTickets } from './ticket-description.ts';
import { followTicket } from './ticket-events.ts';
import { ATTACHMENTS, mountTicketFiles } from './ticket-files.ts';
import { takeRequest } from './ticket-opening.ts';
import { mountOwnData } from './ticket-own-data.ts';
import { refuseBeyond, tooMany, type TicketParts } from './ticket-parts.ts';
import { ticketPath } from './ticket-path.ts';
import { judgementSchema, MESSAGES, replySchema, TICKET_REMEDIES, ticketSchema } from './ticket-request.ts';
import { coverSecrets } from './ticket-secrets.ts';
import { tokenOf, unknownTicket } from './ticket-token.ts';

export const PROOF = '/api/v1/proof';
const ONE = `${BASE}/:token`;

/** The addresses of readers' tickets, and what can be done there. */
export const TICKET_METHODS: Readonly<Record<string, string>> = {
  [BASE]: 'POST, OPTIONS',
  [`${BASE}/access`]: 'POST, OPTIONS',
  [`${BASE}/access/code`]: 'POST, OPTIONS',
  [ONE]: 'GET, HEAD, DELETE, OPTIONS',
  [`${ONE}/copy`]: 'GET, HEAD, OPTIONS',
  [`${ONE}/messages`]: 'POST, OPTIONS',
  [`${ONE}/judgement`]: 'POST, OPTIONS',
  [`${ONE}/attachments/:id`]: 'GET, HEAD, OPTIONS',
  [`${ONE}/events`]: 'GET, HEAD, OPTIONS',
  [PROOF]: 'GET, HEAD, OPTIONS',
  [ATTACHMENTS]: 'POST, OPTIONS',
};

/** Opens, reads, answers and judges readers' tickets (`/api/v1/tickets`), with what belongs to them. */
export function mountTickets(app: OpenAPIHono<AppEnv>, parts: TicketParts): void {
  describeTickets(app);
  for (const [path, route] of [
    [BASE, 'ticket'],
    [`${BASE}/*`, 'ticket'],
    [PROOF, 'proof'],
    [ATTACHMENTS, 'attachment'],
  ] as const) {
    app.use(path, markPrivate(route));
  }
  mountTicketAccess(app, parts);
  mountTicketFiles(app, parts);
  mountOwnData(app, parts);
  app.get(PROOF, async (c) => c.json(await parts.intake.proofs.challenge()));
  app.post(BASE, (c) => open(c, parts));
  app.get(ONE, (c) => read(c, parts));
  app.post(`${ONE}/messages`, (c) => reply(c, parts));
  app.post(`${ONE}/judgement`, (c) => judge(c, parts));
  app.get(`${ONE}/events`, (c) => followTicket(c, parts));
}

type Handler = (c: Context<AppEnv>, parts: TicketParts) => Promise<Response>;

const open: Handler = async (c, parts) => {
  const body = await readJson(c, ticketSchema, TICKET_REMEDIES);
  if (body instanceof Response) return body;
  // A request that is sent again comes with another proof.
  const repeatable = repeatableOf(c, { ...body, proof: undefined });
  if (repeatable instanceof Response) return repeatable;
  const taken = await takeRequest(parts, body, { client: clientOf(c, parts) }, repeatable);
  if (taken.kind === 'wait') return tooMany(taken.seconds);
  if (taken.kind === 'other-request') return otherRequest();
  const { token, ticket, covered } = taken;
  c.header('Location', `${BASE}/${token}`);
  const url = `${parts.siteUrl}${ticketPath(ticket.lang, token)}`;
  return c.json({ token, reference: ticket.reference, url, ...(covered.length > 0 && { covered }) }, 201);
};

const read: Handler = async (c, parts) => answer(c, parts, await readOwn(c, parts));

const reply: Handler = async (c, parts) => {
  const token = tokenOf(c);
  if (token === undefined) return unknownTicket();
  const body = await readJson(c, replySchema, TICKET_REMEDIES);
  if (body instanceof Response) return body;
  const repeatable = repeatableOf(c, body);
  if (repeatable instanceof Response) return repeatable;
  const refusal = await refuseBeyond(parts, MESSAGES, token);
  if (refusal) return refusal;
  const { text } = coverSecrets(body.text);
  const replied = await parts.tickets.replyOwn(token, { ...body, text }, repeatable);
  if (replied.kind === 'other-request') return otherRequest();
  return answer(c, parts, replied.kind === 'unknown' ? undefined : await readOwn(c, parts));
};

const judge: Handler = async (c, parts) => {
  const token = tokenOf(c);
  if (token === undefined) return unknownTicket();
  const body = await readJson(c, judgementSchema, TICKET_REMEDIES);
  if (body instanceof Response) return body;
  const refusal = await refuseBeyond(parts, MESSAGES, token);
  if (refusal) return refusal;
  const { solved, guide, rating, comment } = body;
  const judged = await parts.tickets.judgeOwn(token, {
    ...(solved !== undefined && { solved }),
    ...(guide !== undefined && { guide }),
    ...(rating && { rating }),
    ...(comment !== undefined && { comment: coverSecrets(comment).text }),
  });
  return answer(c, parts, judged && (await readOwn(c, parts)));
};

async function readOwn(c: Context<AppEnv>, { tickets }: TicketParts): Promise<TicketThread | undefined> {
  const token = tokenOf(c);
  return token === undefined ? undefined : tickets.readOwn(token);
}

async function answer(
  c: Context<AppEnv>,
  parts: TicketParts,
  thread: TicketThread | undefined,
): Promise<Response> {
  return thread ? c.json(await viewOf(thread, tokenOf(c) ?? '', parts)) : unknownTicket();
}

function markPrivate(route: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('route', route);
    await next();
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
    c.res.headers.set('Referrer-Policy', 'no-referrer');
  };
}

function otherRequest(): Response {
  return problemResponse(
    422,
    'This Idempotency-Key was used for another request. Send another key with each new request.',
  );
}
