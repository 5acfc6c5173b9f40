import { and, asc, desc, eq, gt, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { PRIORITIES, type InboxView } from '../../core/ticket/index.ts';
import { answerOf } from '../database/index.ts';
import type { ViewCounter } from './count-views.ts';
import { readFilter } from './inbox-filter.ts';
import { ticketOf } from './ticket-row.ts';
import { ticketTable as table, wordsTable, type TicketRow } from './ticket-table.ts';
import type { TicketWork } from './ticket-work.ts';
import type { InboxPage, InboxQuery } from './tickets.ts';

const LIMIT = 50;
const MOST = 100;

/** A page of the inbox; an `after` that no page gave begins from the top. */
export async function listInbox(
  work: TicketWork,
  query: InboxQuery,
  { countFor }: Pick<ViewCounter, 'countFor'>,
): Promise<InboxPage> {
  const { view, agent, limit = LIMIT } = query;
  const most = Math.min(Math.max(1, Math.trunc(limit)), MOST);
  const [rows, counts] = await Promise.all([readPage(work, query, most + 1), countFor(work, agent)]);
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return {
    tickets: shown.map(ticketOf),
    ...(rows.length > most && last && { next: writePlace(ORDER_OF[view].place(last)) }),
    counts,
  };
}

/** With one typing error in each word, only where no ticket of the view has the words as they were typed. */
async function readPage(
  work: TicketWork,
  { text = '', ...query }: InboxQuery,
  most: number,
): Promise<readonly TicketRow[]> {
  const filter = readFilter(text);
  if (filter?.kind === 'nothing') return [];
  if (filter?.kind === 'reference') return readRows(work, query, most, eq(table.reference, filter.reference));
  if (!filter) return readRows(work, query, most);
  const exact = await readRows(work, query, most, withWords(work, filter.exact));
  if (exact.length > 0 || filter.near === undefined) return exact;
  const { after, ...first } = query;
  const isEnd =
    after !== undefined && (await readRows(work, first, 1, withWords(work, filter.exact))).length > 0;
  return isEnd ? [] : readRows(work, query, most, withWords(work, filter.near));
}

function readRows(
  { typed, now }: TicketWork,
  { view, agent, priority, after }: InboxQuery,
  most: number,
  condition?: SQL,
): Promise<TicketRow[]> {
  const { order, follows } = ORDER_OF[view];
  return answerOf(
    typed
      .select()
      .from(table)
      .where(
        and(
          VIEWS[view](agent, now),
          gt(table.expiresAt, now),
          priority && eq(table.urgency, PRIORITIES.indexOf(priority)),
          condition,
          follows(readPlace(after)),
        ),
      )
      .orderBy(...order)
      .limit(most),
  );
}

function withWords({ typed }: TicketWork, query: string): SQL {
  const found = typed
    .select({ ticket: wordsTable.ticket })
    .from(wordsTable)
    .where(sql`${wordsTable.words} @@ ${query}::tsquery`);
  return inArray(table.id, found);
}

// Written out, not as values: an index over a part of the tickets is taken only where the part is known.
const IS_OPEN = sql`${table.status} IN ('new', 'open', 'waiting')`;

const VIEWS: Readonly<Record<InboxView, (agent: string, now: Date) => SQL | undefined>> = {
  mine: (agent) => and(eq(table.assignee, agent), IS_OPEN),
  unassigned: () => and(isNull(table.assignee), IS_OPEN),
  waiting: () => sql`${table.status} = 'waiting'`,
  all: () => IS_OPEN,
  late: (_, now) => and(IS_OPEN, inArray(table.status, ['new', 'open']), lt(table.dueAt, now)),
  solved: () => sql`${table.status} = 'solved'`,
  held: () => sql`${table.status} = 'held'`,
};

type Place = readonly (string | number)[];

interface Order {
  readonly order: readonly SQL[];
  readonly place: (row: TicketRow) => Place;
  readonly follows: (place: Place | undefined) => SQL | undefined;
}

const PRESSING: Order = {
  order: [asc(table.urgency), asc(table.dueAt), asc(table.id)],
  place: ({ urgency, dueAt, id }) => [urgency, dueAt.getTime(), id],
  follows(place) {
    const [urgency, due, id] = place ?? [];
    if (typeof urgency !== 'number' || typeof due !== 'number' || typeof id !== 'string') return undefined;
    return sql`(${table.urgency}, ${table.dueAt}, ${table.id}) > (${urgency}::smallint, ${momentOf(due)}::timestamptz, ${id})`;
  },
};

/** When a ticket was over; a held one never was. */
const OVER_AT = sql`coalesce(${table.solvedAt}, ${table.createdAt})`;
const LATEST: Order = {
  order: [desc(OVER_AT), desc(table.id)],
  place: ({ solvedAt, createdAt, id }) => [(solvedAt ?? createdAt).getTime(), id],
  follows(place) {
    const [over, id] = place ?? [];
    if (typeof over !== 'number' || typeof id !== 'string') return undefined;
    return sql`(${OVER_AT}, ${table.id}) < (${momentOf(over)}::timestamptz, ${id})`;
  },
};

/** What is to be done comes with the most pressing first; what is over, or held, with the latest. */
const ORDER_OF: Readonly<Record<InboxView, Order>> = {
  ...{ mine: PRESSING, unassigned: PRESSING, waiting: PRESSING, all: PRESSING, late: PRESSING },
  ...{ solved: LATEST, held: LATEST },
};

function momentOf(time: number): string {
  return new Date(time).toISOString();
}

function writePlace(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readPlace(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(place)) return undefined;
    const parts: readonly unknown[] = place;
    const isMoment = (part: unknown) => typeof part === 'number' && Math.abs(part) <= 8e15;
    return parts.every((part): part is string | number => typeof part === 'string' || isMoment(part))
      ? parts
      : undefined;
  } catch {
    // Not written here.
    return undefined;
  }
}
