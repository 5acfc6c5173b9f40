import { inArray, lte } from 'drizzle-orm';
import { answerOf, type Database } from '../database/index.ts';
import { createViewCounter } from './count-views.ts';
import { openDeskTickets } from './desk-tickets.ts';
import { catchUpWithWords } from './keep-words.ts';
import { openReaderTickets } from './reader-tickets.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';
import { ticketTable } from './ticket-table.ts';
import { openTicketWorkshop, type TicketWorkshop } from './ticket-work.ts';
import type { TicketDesk, TicketMeans, Tickets } from './tickets.ts';

/** The tickets of a database. */
export interface TicketStore {
  readonly tickets: Tickets;
  readonly desk: TicketDesk;
  /** Removes tickets whose time is over, with all that hangs on them; gives how many. */
  expire(): Promise<number>;
  /** Records which deadlines come near or have passed, each once; gives how many tickets that concerns. */
  sweepDeadlines(): Promise<number>;
  /**
   * Keeps the words of tickets that are older than the search for words, and lets the database reckon with what it
   * holds now: the one within the process has nobody else who would. Gives how many tickets it caught up with.
   */
  tidy(): Promise<number>;
  /** Another process has changed a ticket: the numbers of the views are counted anew. */
  forgetCounts(): void;
}

const EXPIRED_AT_ONCE = 200;

/**
 * Opens the tickets of a database, and brings their tables to the form that this code needs.
 * @throws {DatabaseError} when a newer Pandu has changed the tables.
 */
export async function openTicketStore(database: Database, means: TicketMeans): Promise<TicketStore> {
  const counter = createViewCounter();
  const quiet = await openTicketWorkshop(database, means);
  const workshop: TicketWorkshop = {
    ...quiet,
    change: (work) => quiet.change(work).finally(counter.forget),
  };
  return {
    tickets: openReaderTickets(workshop),
    desk: openDeskTickets(workshop, counter),
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
      counter.forget();
      return removed;
    },
    sweepDeadlines: () => sweepDeadlines(workshop),
    async tidy() {
      const tickets = await catchUpWithWords(quiet);
      await database.execute('VACUUM (ANALYZE) ticket, ticket_words');
      return tickets;
    },
    forgetCounts: counter.forget,
  };
}
