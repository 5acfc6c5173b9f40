import path from 'node:path';
import { and, eq, gt, type SQL } from 'drizzle-orm';
import { PRIORITIES } from '../../core/ticket/index.ts';
import {
  answerOf,
  applyMigrations,
  openTypedStatements,
  type Database,
  type Session,
  type TypedStatements,
} from '../database/index.ts';
import { createId } from '../secret/index.ts';
import { moveDeadlines } from './deadlines.ts';
import { eventOf, ticketOf } from './ticket-row.ts';
import { eventTable, ticketTable, type TicketRow } from './ticket-table.ts';
import type { Actor, TicketEvent } from './ticket.ts';
import type { TicketMeans } from './tickets.ts';

/** One transaction over tickets, at one moment. */
export interface TicketWork {
  readonly session: Session;
  readonly typed: TypedStatements;
  readonly means: TicketMeans;
  readonly now: Date;
}

/** Runs work over tickets. */
export interface TicketWorkshop {
  /** Keeps all that the work has changed, or nothing when it throws. */
  readonly change: <Result>(work: (tools: TicketWork) => Promise<Result>) => Promise<Result>;
  /** For reading: without a transaction. */
  readonly look: () => TicketWork;
}

/** What is done to a ticket: the event that tells it, and the columns that it sets. */
export interface Deed {
  readonly actor: Actor;
  readonly verb: TicketEvent['verb'];
  readonly detail?: TicketEvent['detail'];
  readonly set?: Partial<TicketRow>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Brings the tables to the form that this code needs, and opens them for work. */
export async function openTicketWorkshop(database: Database, means: TicketMeans): Promise<TicketWorkshop> {
  await applyMigrations(database, 'ticket', path.join(import.meta.dirname, 'migration'));
  const statements = await openTypedStatements();
  const toolsOver = (session: Session): TicketWork => ({
    session,
    typed: statements(session),
    means,
    now: means.now(),
  });
  return {
    change: (work) => database.transaction((session) => work(toolsOver(session))),
    look: () => toolsOver(database),
  };
}

/** The ticket of a condition, which nobody else changes until the work ends; undefined also when its time is over. */
export async function lockTicket(
  { typed, now }: TicketWork,
  condition: SQL | undefined,
): Promise<TicketRow | undefined> {
  const [row] = await answerOf(
    typed
      .select()
      .from(ticketTable)
      .where(and(condition, gt(ticketTable.expiresAt, now)))
      .for('update'),
  );
  return row;
}

/** Does something to a ticket that is locked: its row, its event, what follows from it, and word to all processes. */
export async function doTo(work: TicketWork, row: TicketRow, deed: Deed): Promise<TicketRow> {
  const { typed, now, means } = work;
  const changed = { ...row, ...deed.set };
  const next: TicketRow = {
    ...changed,
    ...moveDeadlines(row, changed, now, means),
    urgency: PRIORITIES.indexOf(changed.priority),
    updatedAt: now,
    expiresAt: expiryAfter(now, means),
    version: row.version + 1,
  };
  await answerOf(typed.update(ticketTable).set(next).where(eq(ticketTable.id, row.id)));
  await recordEvent(work, next, deed);
  return next;
}

/** Writes the event of a change that was made, queues what follows from it, and tells all processes. */
export async function recordEvent(
  { session, typed, now, means }: TicketWork,
  row: TicketRow,
  { actor, verb, detail = {} }: Omit<Deed, 'set'>,
): Promise<void> {
  const [event] = await answerOf(
    typed
      .insert(eventTable)
      .values({
        id: createId(),
        ticket: row.id,
        at: now,
        actorKind: actor.kind,
        actorId: actor.kind === 'agent' ? actor.id : null,
        verb,
        detail,
      })
      .returning(),
  );
  if (event) await means.effects(session, eventOf(event), ticketOf(row));
  await session.query("SELECT pg_notify('pandu_ticket', $1)", [row.id]);
}

/** When a ticket that changed now is over, in whole hours: within one, no index has to change. */
export function expiryAfter(now: Date, { keepDays }: Pick<TicketMeans, 'keepDays'>): Date {
  return new Date(Math.ceil((now.getTime() + keepDays * DAY_MS) / HOUR_MS) * HOUR_MS);
}
