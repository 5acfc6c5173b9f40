import { and, asc, eq, gt, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { answerOf } from '../database/index.ts';
import { messageTable, ticketTable, wordsTable, type TicketRow } from './ticket-table.ts';
import type { TicketWork, TicketWorkshop } from './ticket-work.ts';
import { MOST_OF_TICKET, vectorOf, wordsOfHead, wordsOfText } from './ticket-words.ts';

type Typed = Pick<TicketWork, 'typed'>;

const CAUGHT_UP_AT_ONCE = 100;

/** Makes a ticket findable by a text more. One whose words were never kept is caught up with as a whole, later. */
export async function addWords({ typed }: Typed, ticket: string, text: string): Promise<void> {
  const added = vectorOf(wordsOfText(text));
  await answerOf(
    typed
      .update(wordsTable)
      .set({ words: sql`${wordsTable.words} || ${added}` })
      .where(and(eq(wordsTable.ticket, ticket), sql`length(${wordsTable.words}) < ${MOST_OF_TICKET}`)),
  );
}

/** Keeps the words of tickets anew, from what is written in them now; the tickets are locked. */
export async function renewWords({ typed }: Typed, tickets: readonly TicketRow[]): Promise<void> {
  const ids = tickets.map(({ id }) => id);
  if (ids.length === 0) return;
  const messages = await answerOf(
    typed
      .select({ ticket: messageTable.ticket, text: messageTable.text })
      .from(messageTable)
      .where(and(inArray(messageTable.ticket, ids), isNull(messageTable.withdrawnAt)))
      .orderBy(asc(messageTable.place)),
  );
  const textsOf = Map.groupBy(messages, ({ ticket }) => ticket);
  const rows = tickets.map((row) => {
    const words = new Set(wordsOfHead(row));
    for (const { text } of textsOf.get(row.id) ?? []) {
      if (words.size < MOST_OF_TICKET) for (const word of wordsOfText(text)) words.add(word);
    }
    return { ticket: row.id, words: vectorOf([...words]) };
  });
  await answerOf(
    typed
      .insert(wordsTable)
      .values(rows)
      .onConflictDoUpdate({ target: wordsTable.ticket, set: { words: sql`excluded.words` } }),
  );
}

/** Keeps the words of tickets that are older than the table of words; gives how many there were. */
export async function catchUpWithWords({ change }: TicketWorkshop): Promise<number> {
  let [done, last] = [0, ''];
  for (;;) {
    const rows = await change(async (work) => {
      const batch = await lockWithoutWords(work, last);
      await renewWords(work, batch);
      return batch;
    });
    done += rows.length;
    const end = rows.at(-1);
    if (!end) return done;
    last = end.id;
  }
}

/** Who writes to one of them at this moment is left for the next time. */
function lockWithoutWords({ typed }: TicketWork, after: string): Promise<TicketRow[]> {
  const kept = typed
    .select({ one: sql`1` })
    .from(wordsTable)
    .where(eq(wordsTable.ticket, ticketTable.id));
  return answerOf(
    typed
      .select()
      .from(ticketTable)
      .where(and(gt(ticketTable.id, after), notExists(kept)))
      .orderBy(asc(ticketTable.id))
      .limit(CAUGHT_UP_AT_ONCE)
      .for('update', { skipLocked: true }),
  );
}
