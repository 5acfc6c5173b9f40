import type { DeskList, DeskTicket, InboxView, Priority } from '../../core/ticket/browser.ts';

/** The list of tickets. No row moves by itself: what is new waits until the agent wants to see it. */
export interface ListState {
  readonly view: InboxView;
  readonly text: string;
  readonly priority?: Priority;
  readonly tickets: readonly DeskTicket[];
  /** Leads to the next page; absent at the end. */
  readonly next?: string | undefined;
  readonly counts?: Readonly<Record<InboxView, number>>;
  /** Came while the list was being read; shown when asked for. */
  readonly waiting: readonly DeskTicket[];
  /** The order in which the server has listed last. */
  readonly order: readonly string[];
  /** Ids of rows that do not belong to this view any more. */
  readonly left: readonly string[];
  readonly isLoading: boolean;
  readonly hasFailed: boolean;
  /** The row that the arrows go on from. */
  readonly chosen?: string;
}

export type ListEvent =
  | {
      readonly kind: 'list-asked';
      readonly view: InboxView;
      readonly text: string;
      readonly priority?: Priority;
    }
  | { readonly kind: 'more-asked' }
  | { readonly kind: 'list-came'; readonly page: DeskList }
  | { readonly kind: 'more-came'; readonly page: DeskList }
  | { readonly kind: 'list-failed' }
  | { readonly kind: 'list-refreshed'; readonly page: DeskList }
  | { readonly kind: 'waiting-shown' }
  | { readonly kind: 'row-chosen'; readonly ticket: string }
  | { readonly kind: 'ticket-changed'; readonly ticket: DeskTicket };

/** An empty list of a view. */
export function emptyList(view: InboxView): ListState {
  return { view, text: '', tickets: [], waiting: [], order: [], left: [], isLoading: true, hasFailed: false };
}

/** The list after an event. */
export function advanceList(list: ListState, event: ListEvent): ListState {
  switch (event.kind) {
    case 'list-asked':
      return ask(list, event);
    case 'more-asked':
      return { ...list, isLoading: true, hasFailed: false };
    case 'list-came':
      return come(list, event.page, event.page.tickets);
    case 'more-came':
      return {
        ...come(list, event.page, join(list.tickets, event.page.tickets)),
        waiting: list.waiting,
        left: list.left,
      };
    case 'list-failed':
      return { ...list, isLoading: false, hasFailed: true };
    case 'list-refreshed':
      return refresh(list, event.page);
    case 'waiting-shown':
      return show(list);
    case 'row-chosen':
      return { ...list, chosen: event.ticket };
    case 'ticket-changed':
      return { ...list, tickets: list.tickets.map((row) => newer(row, event.ticket)) };
  }
}

/** The id of the row `by` rows further than the chosen one; the first one when none is chosen. */
export function rowAt({ tickets, chosen }: ListState, by: 1 | -1): string | undefined {
  const at = tickets.findIndex(({ id }) => id === chosen);
  const next = at === -1 ? 0 : Math.max(0, Math.min(at + by, tickets.length - 1));
  return tickets[next]?.id;
}

function ask(
  list: ListState,
  { view, text, priority }: Extract<ListEvent, { kind: 'list-asked' }>,
): ListState {
  const counts = list.counts && { counts: list.counts };
  return { ...emptyList(view), ...counts, text, ...(priority && { priority }) };
}

function come(list: ListState, { next, counts }: DeskList, tickets: readonly DeskTicket[]): ListState {
  return {
    ...list,
    tickets,
    next,
    counts,
    waiting: [],
    left: [],
    isLoading: false,
    hasFailed: false,
  };
}

/** Takes a fresh first page: known rows change where they stand, new ones wait, gone ones stay and are marked. */
function refresh(list: ListState, page: DeskList): ListState {
  if (list.tickets.length === 0) return come(list, page, page.tickets);
  const fresh = new Map(page.tickets.map((ticket) => [ticket.id, ticket]));
  const known = new Set(list.tickets.map(({ id }) => id));
  // A row that is not on a page with more behind it may only have gone further down.
  const isWhole = page.next === undefined;
  return {
    ...list,
    counts: page.counts,
    hasFailed: false,
    tickets: list.tickets.map((row) => newer(row, fresh.get(row.id) ?? row)),
    waiting: page.tickets.filter(({ id }) => !known.has(id)),
    order: page.tickets.map(({ id }) => id),
    left: isWhole
      ? list.tickets.flatMap(({ id }) => (fresh.has(id) ? [] : [id]))
      : list.left.filter((id) => !fresh.has(id)),
  };
}

/** What waits takes its place, what was gone goes, and what is known of the order counts; the rest stays below. */
function show(list: ListState): ListState {
  const left = new Set(list.left);
  const all = [...list.waiting, ...list.tickets.filter(({ id }) => !left.has(id))];
  const known = new Map(all.map((ticket) => [ticket.id, ticket]));
  const first = list.order.flatMap((id) => known.get(id) ?? []);
  const placed = new Set(list.order);
  return {
    ...list,
    tickets: [...first, ...all.filter(({ id }) => !placed.has(id))],
    waiting: [],
    left: [],
  };
}

function join(tickets: readonly DeskTicket[], more: readonly DeskTicket[]): DeskTicket[] {
  const known = new Set(tickets.map(({ id }) => id));
  return [...tickets, ...more.filter(({ id }) => !known.has(id))];
}

/** An answer that was overtaken on its way changes nothing; the name of the agent comes with lists alone. */
function newer(row: DeskTicket, ticket: DeskTicket): DeskTicket {
  return row.id === ticket.id && ticket.version >= row.version ? ticket : row;
}
