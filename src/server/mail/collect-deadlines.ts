import { randomUUID } from 'node:crypto';
import { listDeadlineReaders, mayActAs, type DeadlineReader } from '../agent/index.ts';
import type { Database, Row, Session } from '../database/index.ts';
import type { Outbox } from '../outbox/index.ts';
import type { TicketEvent } from '../ticket/index.ts';
import { DEADLINE_LETTER } from './thread.ts';
import { queueLetter, type LetterQueue } from './queue-letter.ts';

/** What comes due within the same span of so long stands in one letter. */
const SPAN_MS = 5 * 60_000;

/**
 * Keeps, within the transaction of its event, that a deadline is to be told of, and queues the collecting of it. Each
 * event has a job of its own, so that none is left behind; the first of a span takes them all.
 */
export async function noteDeadline(
  outbox: Pick<Outbox, 'enqueue'>,
  session: Session,
  { id, ticket, at, detail }: TicketEvent,
): Promise<void> {
  await session.query('INSERT INTO deadline_notice (event, ticket, deadline) VALUES ($1, $2, $3)', [
    id,
    ticket,
    detail['deadline'] ?? '',
  ]);
  const startAfter = new Date((Math.floor(at.getTime() / SPAN_MS) + 1) * SPAN_MS);
  await outbox.enqueue(session, 'deadline', { ticket }, { startAfter, key: id });
}

/**
 * Makes one letter to each agent of all deadlines that wait to be told of: those of a ticket to whoever has it, else,
 * or when they want no such mail, to leads and admins. All letters are queued, or none.
 */
export async function collectDeadlines(database: Database, queue: LetterQueue): Promise<void> {
  await database.transaction(async (session) => {
    const notices = await session.query(
      `WITH taken AS (DELETE FROM deadline_notice RETURNING ticket, deadline)
       SELECT DISTINCT taken.ticket, deadline, assignee FROM taken JOIN ticket ON ticket.id = taken.ticket`,
    );
    if (notices.length === 0) return;
    const readers = await listDeadlineReaders(session);
    const leads = readers.filter(({ role }) => mayActAs(role, 'lead'));
    const ofReader = new Map<DeadlineReader, Row[]>();
    for (const notice of notices) {
      const owner = readers.find(({ id }) => id === notice['assignee']);
      for (const reader of owner ? [owner] : leads) {
        ofReader.set(reader, [...(ofReader.get(reader) ?? []), notice]);
      }
    }
    for (const [{ email, lang }, own] of ofReader) {
      const letter = await queueLetter(queue, session, {
        id: `${DEADLINE_LETTER}${randomUUID()}`,
        kind: 'deadline',
        email,
        lang,
      });
      await session.query(
        `INSERT INTO letter_deadline (letter, ticket, deadline)
         SELECT $1, ticket, deadline FROM unnest($2::text[], $3::text[]) AS one (ticket, deadline)`,
        [letter, own.map(({ ticket }) => ticket), own.map(({ deadline }) => deadline)],
      );
    }
  });
}
