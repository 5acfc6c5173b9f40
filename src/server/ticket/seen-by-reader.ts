import { and, asc, eq, inArray } from 'drizzle-orm';
import { answerOf } from '../database/index.ts';
import { moveDeadlines } from './deadlines.ts';
import { ticketOf } from './ticket-row.ts';
import { eventTable, type TicketRow } from './ticket-table.ts';
import type { TicketWork } from './ticket-work.ts';
import type { Ticket, TicketEvent } from './ticket.ts';

/**
 * A ticket as its reader sees it: one that is held stands where it would stand, and is due when it would be due, if it
 * were not. Whoever sends spam learns nothing from it.
 */
export async function asReaderSees(work: TicketWork, row: TicketRow): Promise<Ticket> {
  if (row.status !== 'held') return ticketOf(row);
  const events = await answerOf(
    work.typed
      .select({ verb: eventTable.verb, at: eventTable.at })
      .from(eventTable)
      .where(and(eq(eventTable.ticket, row.id), inArray(eventTable.verb, ['held', 'solved', 'reopened'])))
      .orderBy(asc(eventTable.place)),
  );
  const since = events.slice(events.findLastIndex(({ verb }) => verb === 'held'));
  return ticketOf(since.reduce((seen, { verb, at }) => follow(seen, verb, at, work), row));
}

/** The ticket as it would be after an event, had it not been held. */
function follow(
  seen: TicketRow,
  verb: TicketEvent['verb'],
  at: Date,
  { means }: Pick<TicketWork, 'means'>,
): TicketRow {
  const before = seen.firstRepliedAt ? 'open' : 'new';
  const status = verb === 'held' ? before : verb === 'solved' ? 'solved' : 'open';
  const next = { ...seen, status } as const;
  return { ...next, ...moveDeadlines(seen, next, at, means) };
}
