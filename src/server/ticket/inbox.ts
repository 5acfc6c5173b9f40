import { and, asc, desc, eq, gt, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { INBOX_VIEWS, readReference, type InboxView, type TicketStatus } from '../../core/ticket/index.ts';
import { answerOf } from '../database/index.ts';
import { ticketOf } from './ticket-row.ts';
import { ticketTable as table, type TicketRow } from './ticket-table.ts';
import type { TicketWork } from './ticket-work.ts';
import type { InboxPage, InboxQuery } from './tickets.ts';

const LIMIT = 50;
const MOST = 100;
/** Words of a filter that count, and how much of each. */
const MOST_WORDS = 8;
const LONGEST_WORD = 60;

const OPEN: readonly TicketStatus[] = ['new', 'open', 'waiting'];

/** A page of the inbox; an `after` that no page gave begins from the top. */
export async function listInbox({ typed, now }: TicketWork, query: InboxQuery): Promise<InboxPage> {
  const { view, agent, text = '', priority, after, limit = LIMIT } = query;
  const most = Math.min(Math.max(1, Math.trunc(limit)), MOST);
  const { order, place, follows } = ORDERS[view === 'solved' || view === 'held' ? 'latest' : 'pressing'];
  const rows = await answerOf(
    typed
      .select()
      .from(table)
      .where(
        and(
          VIEWS[view](agent, now),
          gt(table.expiresAt, now),
          priority && eq(table.priority, priority),
          ...wordsOf(text),
          follows(readPlace(after)),
        ),
      )
      .orderBy(...order)
      .limit(most + 1),
  );
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return {
    tickets: shown.map(ticketOf),
    ...(rows.length > most && last && { next: writePlace(place(last)) }),
    counts: await countViews(typed, agent, now),
  };
}

const VIEWS: Readonly<Record<InboxView, (agent: string, now: Date) => SQL | undefined>> = {
  mine: (agent) => and(eq(table.assignee, agent), inArray(table.status, [...OPEN])),
  unassigned: () => and(isNull(table.assignee), inArray(table.status, [...OPEN])),
  waiting: () => eq(table.status, 'waiting'),
  all: () => inArray(table.status, [...OPEN]),
  late: (_, now) => and(inArray(table.status, ['new', 'open']), lt(table.dueAt, now)),
  solved: () => eq(table.status, 'solved'),
  held: () => eq(table.status, 'held'),
};

type Place = readonly (string | number)[];

interface Order {
  readonly order: readonly SQL[];
  readonly place: (row: TicketRow) => Place;
  readonly follows: (place: Place | undefined) => SQL | undefined;
}

/** What is to be done comes with the most pressing first; what is over, or held, with the latest. */
const ORDERS: Readonly<Record<'pressing' | 'latest', Order>> = {
  pressing: {
    order: [asc(table.urgency), asc(table.dueAt), asc(table.id)],
    place: ({ urgency, dueAt, id }) => [urgency, dueAt.getTime(), id],
    follows(place) {
      const [urgency, due, id] = place ?? [];
      if (typeof urgency !== 'number' || typeof due !== 'number' || typeof id !== 'string') return undefined;
      return sql`(${table.urgency}, ${table.dueAt}, ${table.id}) > (${urgency}::smallint, ${momentOf(due)}::timestamptz, ${id})`;
    },
  },
  latest: {
    order: [desc(table.updatedAt), desc(table.id)],
    place: ({ updatedAt, id }) => [updatedAt.getTime(), id],
    follows(place) {
      const [updated, id] = place ?? [];
      if (typeof updated !== 'number' || typeof id !== 'string') return undefined;
      return sql`(${table.updatedAt}, ${table.id}) < (${momentOf(updated)}::timestamptz, ${id})`;
    },
  },
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

/** Each word must stand in the subject, the reference or the mailbox. */
function wordsOf(text: string): SQL[] {
  const reference = readReference(text);
  if (reference !== undefined) return [eq(table.reference, reference)];
  const words = text.replaceAll('\0', ' ').toLowerCase().split(/\s+/).filter(Boolean);
  return words
    .slice(0, MOST_WORDS)
    .map(
      (word) =>
        sql`strpos(lower(${table.subject} || ' ' || ${table.reference} || ' ' || coalesce(${table.email}, '')), ${word.slice(0, LONGEST_WORD)}) > 0`,
    );
}

async function countViews(
  typed: TicketWork['typed'],
  agent: string,
  now: Date,
): Promise<InboxPage['counts']> {
  const counted = INBOX_VIEWS.map((view) => sql`count(*) FILTER (WHERE ${VIEWS[view](agent, now)})::int`);
  const [row] = await answerOf(
    typed
      .select({ counts: sql<number[]>`ARRAY[${sql.join(counted, sql`, `)}]` })
      .from(table)
      .where(gt(table.expiresAt, now)),
  );
  const numbers = row?.counts ?? [];
  // Every view has its number, in the order in which they were asked for.
  return Object.fromEntries(INBOX_VIEWS.map((view, place) => [view, numbers[place] ?? 0])) as Record<
    InboxView,
    number
  >;
}
