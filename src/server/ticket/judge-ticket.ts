import { and, eq, sql } from 'drizzle-orm';
import { answerOf } from '../database/index.ts';
import { guideTable, type TicketRow } from './ticket-table.ts';
import { doTo, type TicketWork } from './ticket-work.ts';
import type { Tickets } from './tickets.ts';
import { keepable } from './write-message.ts';

type Judgement = Parameters<Tickets['judgeOwn']>[1];

const READER = { kind: 'reader' } as const;

/** Takes what a reader says of the end; what was said before changes nothing. */
export async function judgeTicket(
  work: TicketWork,
  row: TicketRow,
  { solved, guide, rating, comment }: Judgement,
): Promise<TicketRow> {
  let next = row;
  if (solved !== undefined && guide !== undefined) next = await judgeGuide(work, next, guide, solved);
  if (solved === true) next = await endWith(work, next);
  if (solved === false && (next.status === 'waiting' || next.solvedAt)) {
    const set = { status: unlessHeld(next, 'open'), solvedAt: null, outcome: null };
    next = await doTo(work, next, { actor: READER, verb: 'reopened', set });
  }
  const words = comment === undefined ? next.ratingComment : keepable(comment);
  const mark = rating ?? next.rating;
  if (mark === next.rating && words === next.ratingComment) return next;
  return doTo(work, next, {
    actor: READER,
    verb: 'rated',
    detail: mark === null ? {} : { rating: mark },
    set: { rating: mark, ratingComment: words },
  });
}

async function judgeGuide(
  work: TicketWork,
  row: TicketRow,
  problem: string,
  solved: boolean,
): Promise<TicketRow> {
  // Only what the reader has seen: a reply that can still be taken back holds no guide yet.
  const judged = await answerOf(
    work.typed
      .update(guideTable)
      .set({ solved })
      .where(
        and(
          eq(guideTable.ticket, row.id),
          eq(guideTable.problem, problem),
          sql`${guideTable.solved} IS DISTINCT FROM ${solved}`,
          sql`EXISTS (SELECT FROM ticket_message m WHERE m.id = ${guideTable.message}
            AND m.withdrawn_at IS NULL AND m.send_at <= ${work.now})`,
        ),
      )
      .returning({ problem: guideTable.problem }),
  );
  if (judged.length === 0) return row;
  const detail = { guide: problem, solved: String(solved) };
  return doTo(work, row, { actor: READER, verb: 'guide-judged', detail });
}

async function endWith(work: TicketWork, row: TicketRow): Promise<TicketRow> {
  const helpful = await answerOf(
    work.typed
      .select({ problem: guideTable.problem })
      .from(guideTable)
      .where(and(eq(guideTable.ticket, row.id), eq(guideTable.solved, true))),
  );
  const outcome = helpful.length > 0 ? 'guide' : 'answer';
  if (row.solvedAt && (row.outcome === outcome || outcome !== 'guide')) return row;
  const set = { status: unlessHeld(row, 'solved'), solvedAt: row.solvedAt ?? work.now, outcome } as const;
  return doTo(work, row, { actor: READER, verb: 'solved', detail: { outcome }, set });
}

/** What is held stays so, whatever its sender says of it. */
function unlessHeld({ status }: TicketRow, next: TicketRow['status']): TicketRow['status'] {
  return status === 'held' ? status : next;
}
