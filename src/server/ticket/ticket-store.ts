import { inArray, lte } from 'drizzle-orm';
import { answerOf, type Database } from '../database/index.ts';
import { openDeskTickets } from './desk-tickets.ts';
import { openReaderTickets } from './reader-tickets.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';
import { ticketTable } from './ticket-table.ts';
import { openTicketWorkshop } from './ticket-work.ts';
import type { TicketDesk, TicketMeans, Tickets } from './tickets.ts';

/** The tickets of a database. */
export interface TicketStore {
  readonly tickets: Tickets;
  readonly desk: TicketDesk;
  /** Removes tickets whose time is over, with all that hangs on them; gives how many. */
  expire(): Promise<number>;
  /** Records which deadlines come near or have passed, each once; gives how many tickets that concerns. */
  sweepDeadlines(): Promise<number>;
}

const EXPIRED_AT_ONCE = 200;

/**
 * Opens the tickets of a database, and brings their tables to the form that this code needs.
 * @throws {DatabaseError} when a newer Pandu has changed the tables.
 */
export async function openTicketStore(database: Database, means: TicketMeans): Promise<TicketStore> {
  const workshop = await openTicketWorkshop(database, means);
  return {
    tickets: openReaderTickets(workshop),
    desk: openDeskTickets(workshop),
    async expire() {
      let removed = 0;
      for (let last = EXPIRED_AT_ONCE; last === EXPIRED_AT_ONCE; removed += last) {
        const { typed, now } = workshop.look();
        const over = typed
          .select({ id: ticketTable.id })
          .from(ticketTable)
          .where(lte(ticketTable.expiresAt, now))
          .limit(EXPIRED_AT_ONCE);
        const rows = await answerOf(
          typed.delete(ticketTable).where(inArray(ticketTable.id, over)).returning({ id: ticketTable.id }),
        );
        last = rows.length;
      }
      return removed;
    },
    sweepDeadlines: () => sweepDeadlines(workshop),
  };
}
