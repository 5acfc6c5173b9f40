import { gt, sql } from 'drizzle-orm';
import { INBOX_VIEWS, type InboxView, type TicketStatus } from '../../core/ticket/index.ts';
import { answerOf } from '../database/index.ts';
import { ticketTable as table } from './ticket-table.ts';
import type { TicketWork } from './ticket-work.ts';

/** How many tickets stand in each view. */
export type ViewCounts = Readonly<Record<InboxView, number>>;

/** The numbers of the views, counted for all agents at once. */
export interface ViewCounter {
  readonly countFor: (work: TicketWork, agent: string) => Promise<ViewCounts>;
  /** Something has changed: what was counted before counts no more. */
  readonly forget: () => void;
}

/** What was counted is told again for so long, when nobody says that something changed: deadlines pass by themselves. */
const KEPT_MS = 5_000;

interface Tally {
  readonly assignee: string | null;
  readonly status: TicketStatus;
  readonly tickets: number;
  readonly late: number;
}

/** Counts when it is asked, and once for all who ask at the same time: counting looks at every ticket. */
export function createViewCounter(): ViewCounter {
  let last: { readonly tallies: Promise<readonly Tally[]>; readonly atMs: number } | undefined;
  return {
    async countFor(work, agent) {
      const nowMs = work.now.getTime();
      if (!last || Math.abs(nowMs - last.atMs) >= KEPT_MS) {
        const counted = { tallies: readTallies(work), atMs: nowMs };
        last = counted;
        counted.tallies.catch(() => {
          if (last === counted) last = undefined;
        });
      }
      return sumUp(await last.tallies, agent);
    },
    forget() {
      last = undefined;
    },
  };
}

function readTallies({ typed, now }: TicketWork): Promise<Tally[]> {
  const { assignee, status, dueAt, expiresAt } = table;
  return answerOf(
    typed
      .select({
        assignee,
        status,
        tickets: sql<number>`count(*)::int`,
        late: sql<number>`(count(*) FILTER (WHERE ${dueAt} < ${now.toISOString()}::timestamptz))::int`,
      })
      .from(table)
      .where(gt(expiresAt, now))
      .groupBy(status, assignee),
  );
}

function sumUp(tallies: readonly Tally[], agent: string): ViewCounts {
  const counts: Record<InboxView, number> = {
    ...{ mine: 0, unassigned: 0, waiting: 0, all: 0, late: 0, solved: 0, held: 0 },
  };
  for (const tally of tallies) {
    for (const view of INBOX_VIEWS) counts[view] += IN_VIEW[view](tally, agent);
  }
  return counts;
}

const isOpen = ({ status }: Tally) => status === 'new' || status === 'open' || status === 'waiting';

/** How many of a tally stand in each view; the same as what `VIEWS` of the inbox lists. */
const IN_VIEW: Readonly<Record<InboxView, (tally: Tally, agent: string) => number>> = {
  mine: (tally, agent) => (isOpen(tally) && tally.assignee === agent ? tally.tickets : 0),
  unassigned: (tally) => (isOpen(tally) && tally.assignee === null ? tally.tickets : 0),
  waiting: ({ status, tickets }) => (status === 'waiting' ? tickets : 0),
  all: (tally) => (isOpen(tally) ? tally.tickets : 0),
  late: ({ status, late }) => (status === 'new' || status === 'open' ? late : 0),
  solved: ({ status, tickets }) => (status === 'solved' ? tickets : 0),
  held: ({ status, tickets }) => (status === 'held' ? tickets : 0),
};
