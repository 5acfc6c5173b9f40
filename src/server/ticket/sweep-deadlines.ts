import { and, eq, inArray, lte } from 'drizzle-orm';
import { answerOf } from '../database/index.ts';
import { DEADLINE_NAMES, deadlineOf, settle, warningAt, type DeadlineName } from './deadlines.ts';
import { ticketTable, type TicketRow } from './ticket-table.ts';
import { recordEvent, type TicketWork, type TicketWorkshop } from './ticket-work.ts';

const AT_ONCE = 50;

/**
 * Records once for each deadline that it comes near, and once that it has passed; gives how many tickets were told
 * of. Of two processes that look at once, one takes a ticket.
 */
export async function sweepDeadlines({ change }: TicketWorkshop): Promise<number> {
  let swept = 0;
  for (let last = AT_ONCE; last === AT_ONCE; swept += last) {
    last = await change(sweepSome);
  }
  return swept;
}

async function sweepSome(work: TicketWork): Promise<number> {
  const { typed, now } = work;
  const rows = await answerOf(
    typed
      .select()
      .from(ticketTable)
      .where(and(lte(ticketTable.nextWarningAt, now), inArray(ticketTable.status, ['new', 'open'])))
      .orderBy(ticketTable.nextWarningAt)
      .limit(AT_ONCE)
      .for('update', { skipLocked: true }),
  );
  for (const row of rows) await warn(work, row);
  return rows.length;
}

async function warn(work: TicketWork, row: TicketRow): Promise<void> {
  const { typed, now, means } = work;
  const said = DEADLINE_NAMES.map((name) => ({ name, ...whatToSay(work, row, name) }));
  const after = (name: DeadlineName) => {
    const deadline = deadlineOf(row, name);
    return { ...deadline, warned: said.find((one) => one.name === name)?.warned ?? deadline.warned };
  };
  const deadlines = settle(row, { firstReply: after('firstReply'), solve: after('solve') }, now, means);
  // The version stays: nobody's reply is out of date because a clock went on.
  const next = { ...row, ...deadlines };
  await answerOf(typed.update(ticketTable).set(deadlines).where(eq(ticketTable.id, row.id)));
  for (const { name, when } of said) {
    if (!when) continue;
    const detail = { deadline: name, when };
    await recordEvent(work, next, { actor: { kind: 'system' }, verb: 'late', detail });
  }
}

/** What is to be said of a deadline now; one that has passed is not said to come near. */
function whatToSay(
  { now, means }: TicketWork,
  row: TicketRow,
  name: DeadlineName,
): { readonly warned?: number; readonly when?: 'soon' | 'passed' } {
  const deadline = deadlineOf(row, name);
  const at = warningAt(row.priority, name, deadline, means);
  if (!at || at > now || !deadline.due) return {};
  return deadline.due <= now ? { warned: 2, when: 'passed' } : { warned: 1, when: 'soon' };
}
