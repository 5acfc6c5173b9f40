import { and, asc, eq, gt, inArray, lte, or } from 'drizzle-orm';
import { answerOf, DatabaseGoneError } from '../database/index.ts';
import { DEADLINE_NAMES, deadlineOf, settle, warningAt, type DeadlineName } from './deadlines.ts';
import { ticketTable, type TicketRow } from './ticket-table.ts';
import { recordEvent, type TicketWork, type TicketWorkshop } from './ticket-work.ts';

const AT_ONCE = 50;

/**
 * Some tickets could not be told of; all others were, and these are tried again by the next sweep. Names the first of
 * them, and the kind of its fault: what a fault says may hold words of a person.
 */
class DeadlineSweepError extends Error {
  override readonly name = 'DeadlineSweepError';
  constructor(failed: number, ticket: string, fault: unknown) {
    const kind = fault instanceof Error ? fault.name : typeof fault;
    super(`The deadlines of ${failed} tickets could not be told of, the first of them ${ticket}: ${kind}.`);
  }
}

/**
 * Records once for each deadline that it comes near, and once that it has passed; gives how many tickets were told
 * of. Each ticket is kept by itself, so that one fault stops none of the others. Of two processes that look at once,
 * one takes a ticket.
 * @throws {DeadlineSweepError} after all have been looked at, when some could not be told of.
 * @throws {DatabaseGoneError} at once: all that are left would fail likewise.
 */
export async function sweepDeadlines({ change, look }: TicketWorkshop): Promise<number> {
  const failed: { readonly ticket: string; readonly fault: unknown }[] = [];
  let swept = 0;
  for (let due = await findDue(look()); due.length > 0; due = await findDue(look(), due.at(-1))) {
    for (const { id: ticket } of due) {
      try {
        if (await change((work) => sweepOne(work, ticket))) swept += 1;
      } catch (fault) {
        if (fault instanceof DatabaseGoneError) throw fault;
        failed.push({ ticket, fault });
      }
    }
  }
  const [first] = failed;
  if (first) throw new DeadlineSweepError(failed.length, first.ticket, first.fault);
  return swept;
}

type Due = Pick<TicketRow, 'id' | 'nextWarningAt'>;

/** Some of the tickets with something to say, after `last`: what failed is passed by. */
function findDue({ typed, now }: TicketWork, last?: Due): Promise<readonly Due[]> {
  const { id, nextWarningAt } = ticketTable;
  const isAfter =
    last &&
    or(gt(nextWarningAt, last.nextWarningAt), and(eq(nextWarningAt, last.nextWarningAt), gt(id, last.id)));
  return answerOf(
    typed
      .select({ id, nextWarningAt })
      .from(ticketTable)
      .where(and(isDue(now), isAfter))
      .orderBy(asc(nextWarningAt), asc(id))
      .limit(AT_ONCE),
  );
}

/** False when another process has it, or it changed meanwhile. */
async function sweepOne(work: TicketWork, ticket: string): Promise<boolean> {
  const [row] = await answerOf(
    work.typed
      .select()
      .from(ticketTable)
      .where(and(eq(ticketTable.id, ticket), isDue(work.now)))
      .for('update', { skipLocked: true }),
  );
  if (row) await warn(work, row);
  return row !== undefined;
}

function isDue(now: Date) {
  return and(lte(ticketTable.nextWarningAt, now), inArray(ticketTable.status, ['new', 'open']));
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
