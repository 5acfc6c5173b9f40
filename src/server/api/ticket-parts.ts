import type { Context } from 'hono';
import type { Attachments } from '../attachment/index.ts';
import type { Intake, Limit } from '../intake/index.ts';
import type { Subjects } from '../privacy/index.ts';
import type { Tickets } from '../ticket/index.ts';
import type { AppEnv, AppParts, PageLocals } from './app-parts.ts';
import type { LiveTickets } from './live-tickets.ts';
import { pageLocals } from './page-locals.ts';
import { problemResponse } from './problem.ts';

/** What the routes of readers' tickets need. Without a `rateLimiter`, nobody is told to wait. */
export interface TicketParts extends Pick<
  AppParts,
  'conversations' | 'log' | 'rateLimiter' | 'readArticle' | 'renderPage' | 'siteUrl' | 'stopping'
> {
  readonly tickets: Tickets;
  readonly attachments: Attachments;
  readonly intake: Intake;
  readonly subjects: Pick<Subjects, 'copyOwn' | 'erase'>;
  readonly live: Pick<LiveTickets, 'subscribe'>;
  /** The name of an agent, for readers; undefined for one who is not known. */
  readonly nameAgent: (id: string) => Promise<string | undefined>;
  /** What every page is told. */
  readonly pageLocals: () => PageLocals;
}

/** The parts of readers' tickets from those of the app; undefined without a desk. */
export function ticketParts(parts: AppParts): TicketParts | undefined {
  const { desk } = parts;
  if (!desk) return undefined;
  return {
    ...parts,
    ...desk,
    tickets: desk.store.tickets,
    nameAgent: async (id) => (await desk.agents.list(true)).find((agent) => agent.id === id)?.name,
    pageLocals: () => pageLocals(parts),
  };
}

/** The client of a request, as limits know it. */
export function clientOf(
  c: Pick<Context<AppEnv>, 'env' | 'req'>,
  { rateLimiter }: Pick<TicketParts, 'rateLimiter'>,
): string {
  // Without a server around the app, as in tests, there are no bindings, and all requests come from one client.
  const bindings = c.env as AppEnv['Bindings'] | undefined;
  const remote = bindings?.incoming?.socket.remoteAddress ?? '127.0.0.1';
  return rateLimiter?.nameClient(remote, c.req.header('X-Forwarded-For')) ?? remote;
}

/** The answer to whoever has used up a limit that outlives this process; undefined while it is free. */
export async function refuseBeyond(
  { rateLimiter, intake }: Pick<TicketParts, 'rateLimiter' | 'intake'>,
  limit: Limit,
  who: string,
  amount?: number,
): Promise<Response | undefined> {
  const seconds = rateLimiter ? await intake.limits.take(limit, who, amount) : 0;
  return seconds === 0 ? undefined : tooMany(seconds);
}

/** Says when to come again. */
export function tooMany(seconds: number): Response {
  const wait = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return problemResponse(429, `This came too often. Nothing was taken. Wait ${wait}, then send it again.`, {
    headers: { 'Retry-After': String(seconds) },
  });
}

export const HOUR_S = 3600;
