import { PRIORITIES, type Priority } from '../../core/ticket/index.ts';
import { listDeadlineReaders } from '../agent/index.ts';
import type { Session } from '../database/index.ts';

/** A deadline as a letter to an agent tells of it: nothing of the reader but the reference. */
export interface DeadlineLine {
  readonly ticket: string;
  readonly reference: string;
  readonly priority: Priority;
  readonly name: 'firstReply' | 'solve';
  readonly due: Date;
  readonly hasOwner: boolean;
}

/**
 * The deadlines of a letter that are still to be told of, the earliest first: what was answered or closed meanwhile is
 * left out. [] when the recipient wants no such mail any more, or has left.
 */
export async function readDeadlines(session: Session, letter: string): Promise<readonly DeadlineLine[]> {
  const [row] = await session.query('SELECT recipient FROM letter WHERE id = $1', [letter]);
  const readers = await listDeadlineReaders(session);
  if (!readers.some(({ email }) => email === row?.['recipient'])) return [];
  const rows = await session.query(
    `SELECT ticket.id, reference, priority, assignee, deadline,
       CASE deadline WHEN 'firstReply' THEN first_reply_due WHEN 'solve' THEN solve_due END AS due
     FROM letter_deadline JOIN ticket ON ticket.id = letter_deadline.ticket
     WHERE letter = $1 AND status IN ('new', 'open') ORDER BY due, reference, deadline`,
    [letter],
  );
  return rows.flatMap(({ id, reference, priority, assignee, deadline, due }) => {
    const known = PRIORITIES.find((one) => one === priority);
    // One that ended has no moment any more.
    if (known === undefined || !(due instanceof Date)) return [];
    return {
      ticket: String(id),
      reference: String(reference),
      priority: known,
      name: deadline === 'solve' ? 'solve' : 'firstReply',
      due,
      hasOwner: assignee !== null,
    };
  });
}
