import type { Context } from 'hono';
import type { TicketFormRefusal } from '../../core/ticket/index.ts';
import type { AppEnv, PageLocals } from '../http/index.ts';
import type { TicketParts } from './ticket-parts.ts';

/** What the page of a form is told beside what every page is. */
export type FormLocals = Pick<PageLocals, 'contact' | 'lostLink' | 'ticket'>;

/** How often a program is to come again that does not read pages, where nothing else is known. */
const RETRY_S = 5;

/** Draws the page that a form belongs to, with a status of its own, for its reader alone. */
export async function drawPage(
  c: Context<AppEnv>,
  { renderPage, pageLocals }: TicketParts,
  locals: FormLocals,
  status?: number,
): Promise<Response> {
  const request = new Request(c.req.url, { headers: c.req.raw.headers });
  const page = await renderPage(request, { ...pageLocals(), ...locals });
  if (!page) return c.notFound();
  page.headers.set('Cache-Control', 'no-store');
  page.headers.set('Referrer-Policy', 'no-referrer');
  page.headers.set('X-Robots-Tag', 'noindex');
  const seconds = secondsOf(locals) ?? (status === 503 ? RETRY_S : undefined);
  if (seconds !== undefined) page.headers.set('Retry-After', String(seconds));
  return new Response(page.body, { status: status ?? page.status, headers: page.headers });
}

function secondsOf({ contact, lostLink, ticket }: FormLocals): number | undefined {
  const lost = lostLink && 'refusal' in lostLink ? lostLink.refusal : undefined;
  return (contact?.refusal ?? ticket?.refusal ?? lost)?.seconds;
}

/** What a page says of a limit that is used up. */
export function tooManyIn(seconds: number): TicketFormRefusal {
  return { reason: 'too-many', seconds };
}

/** Leads to a page after a form, so that loading it again sends nothing again. */
export function leadTo(c: Context<AppEnv>, address: string): Response {
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  return c.redirect(address, 303);
}

/** The key of a form that can be sent again; a new one when it has none that can be used. */
export function keyOf(sent: string): string {
  return /^[\w-]{16,100}$/.test(sent) ? sent : crypto.randomUUID();
}
