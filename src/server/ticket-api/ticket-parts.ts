import { sayWait } from '../../core/ticket/browser.ts';
import type { Attachments } from '../attachment/index.ts';
import type { Conversations } from '../conversation/index.ts';
import {
  problemResponse,
  type PageLocals,
  type RateLimiter,
  type ReadArticle,
  type RenderPage,
} from '../http/index.ts';
import type { Intake, Limit } from '../intake/index.ts';
import type { Subjects } from '../privacy/index.ts';
import type { LiveTickets, Tickets } from '../ticket/index.ts';

/** What the routes of readers' tickets need. Without a `rateLimiter`, nobody is told to wait. */
export interface TicketParts {
  readonly conversations: Conversations;
  readonly log: (line: string) => void;
  readonly rateLimiter?: RateLimiter;
  readonly readArticle: ReadArticle;
  readonly renderPage: RenderPage;
  readonly siteUrl: string;
  /** Aborted when the server stops, so that streams end. */
  readonly stopping: AbortSignal;
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

/** Seconds to wait for whoever has used up a limit that outlives this process; 0 while it is free. */
export async function waitFor(
  { rateLimiter, intake }: Pick<TicketParts, 'rateLimiter' | 'intake'>,
  limit: Limit,
  who: string,
  amount?: number,
): Promise<number> {
  return rateLimiter ? intake.limits.take(limit, who, amount) : 0;
}

/** The same as the answer to a program; undefined while it is free. */
export async function refuseBeyond(...of: Parameters<typeof waitFor>): Promise<Response | undefined> {
  const seconds = await waitFor(...of);
  return seconds === 0 ? undefined : tooMany(seconds);
}

/** Says when to come again. */
export function tooMany(seconds: number): Response {
  const detail = `This came too often. Nothing was taken. Wait ${sayWait(seconds, 'en')}, then send it again.`;
  return problemResponse(429, detail, { headers: { 'Retry-After': String(seconds) } });
}

export const HOUR_S = 3600;
