import type { DeskAgent, DeskMacro, DeskMe, InboxView } from '../../core/ticket/browser.ts';
import type { Place } from './address.ts';
import { advanceList, emptyList, type ListEvent, type ListState } from './list-state.ts';
import { advanceThread, type ThreadEvent, type ThreadState } from './thread-state.ts';

/** What the inbox says for a while, by a name that the page has words for. */
export type Notice =
  | 'noted'
  | 'withdrawn'
  | 'too-late'
  | 'not-sent'
  | 'not-done'
  | 'forbidden'
  | 'changed'
  | 'no-draft'
  | 'file-refused'
  | 'file-kept'
  | 'inserted'
  | 'done';

type Barred = 'forbidden' | 'absent';

/** What lies over the inbox. */
export type Dialog = 'shortcuts' | 'palette' | 'classify' | 'close' | 'guide-draft';

/** All that the inbox knows. A value; {@link advanceInbox} makes the next one. */
export interface InboxState {
  readonly me?: DeskMe;
  readonly agents: readonly DeskAgent[];
  readonly macros: readonly DeskMacro[];
  readonly place: Place;
  readonly list: ListState;
  readonly thread?: ThreadState | undefined;
  /** Id of each ticket that was read, to the version that was seen. */
  readonly seen: Readonly<Record<string, number>>;
  /** The server does not answer; it goes on being asked. */
  readonly isLost: boolean;
  /** The session ended while the inbox was open. */
  readonly isSignedOut: boolean;
  /** Why nobody can be here: the role may not, or the server has no desk. */
  readonly barred?: Barred;
  readonly dialog?: Dialog | undefined;
  readonly notice?: { readonly name: Notice; readonly detail?: string; readonly number: number } | undefined;
  /** How many notices there were, so that the same one is said twice. */
  readonly notices: number;
}

export type InboxEvent =
  | ListEvent
  | ThreadEvent
  | { readonly kind: 'signed-in'; readonly me: DeskMe }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'barred'; readonly why: Barred }
  | { readonly kind: 'agents-came'; readonly agents: readonly DeskAgent[] }
  | { readonly kind: 'macros-came'; readonly macros: readonly DeskMacro[] }
  | { readonly kind: 'went'; readonly place: Place }
  | { readonly kind: 'lost' }
  | { readonly kind: 'found' }
  | { readonly kind: 'dialog-opened'; readonly dialog: Dialog }
  | { readonly kind: 'dialog-closed' }
  | { readonly kind: 'told'; readonly name: Notice; readonly detail?: string }
  | { readonly kind: 'untold'; readonly number: number };

/** An inbox before anything has come. */
export function startInbox(
  place: Place,
  view: InboxView,
  seen: Readonly<Record<string, number>>,
): InboxState {
  return {
    agents: [],
    macros: [],
    place,
    list: emptyList(view),
    seen,
    notices: 0,
    isLost: false,
    isSignedOut: false,
  };
}

/** The inbox after an event. */
export function advanceInbox(state: InboxState, event: InboxEvent): InboxState {
  switch (event.kind) {
    case 'signed-in':
      return { ...state, me: event.me, isSignedOut: false };
    case 'signed-out':
      return { ...state, isSignedOut: true };
    case 'barred':
      return { ...state, barred: event.why };
    case 'agents-came':
      return { ...state, agents: event.agents };
    case 'macros-came':
      return { ...state, macros: event.macros };
    case 'went':
      return { ...state, place: event.place };
    case 'lost':
      return state.isLost ? state : { ...state, isLost: true };
    case 'found':
      return state.isLost ? { ...state, isLost: false } : state;
    case 'dialog-opened':
      return { ...state, dialog: event.dialog };
    case 'dialog-closed':
      return { ...state, dialog: undefined };
    case 'told':
      return tell(state, event);
    case 'untold':
      return state.notice?.number === event.number ? { ...state, notice: undefined } : state;
    default:
      return advanceParts(state, event);
  }
}

/** True when a ticket asks for an agent and has changed since it was read here. */
export function isUnread(
  { seen }: Pick<InboxState, 'seen'>,
  { id, status, version }: { readonly id: string; readonly status: string; readonly version: number },
): boolean {
  return (status === 'new' || status === 'open') && seen[id] !== version;
}

function advanceParts(state: InboxState, event: ListEvent | ThreadEvent): InboxState {
  const thread = isThreadEvent(event) ? advanceThread(state.thread, event) : state.thread;
  const ticket = changedTicket(event);
  const list = isListEvent(event)
    ? advanceList(state.list, event)
    : ticket
      ? advanceList(state.list, { kind: 'ticket-changed', ticket })
      : state.list;
  if (thread === state.thread && list === state.list) return state;
  const withTicket =
    event.kind === 'ticket-changed' && thread?.thread && event.ticket.id === thread.id
      ? { ...thread, thread: { ...thread.thread, ticket: { ...thread.thread.ticket, ...event.ticket } } }
      : thread;
  return {
    ...state,
    list,
    thread: withTicket,
    seen: withTicket?.thread ? see(state.seen, withTicket.thread.ticket) : state.seen,
  };
}

const LIST_EVENTS: Readonly<Record<ListEvent['kind'], true>> = {
  'list-asked': true,
  'more-asked': true,
  'list-came': true,
  'more-came': true,
  'list-failed': true,
  'list-refreshed': true,
  'waiting-shown': true,
  'row-chosen': true,
  'ticket-changed': true,
};

function isListEvent(event: ListEvent | ThreadEvent): event is ListEvent {
  return event.kind in LIST_EVENTS;
}

function isThreadEvent(event: ListEvent | ThreadEvent): event is ThreadEvent {
  return !isListEvent(event);
}

/** The ticket that an event brings, for its row. */
function changedTicket(event: ListEvent | ThreadEvent) {
  if (event.kind === 'thread-came') return event.thread.ticket;
  return event.kind === 'sent' || event.kind === 'withdrawn' ? event.ticket : undefined;
}

/** What was read last stands last. */
function see(
  seen: InboxState['seen'],
  { id, version }: { readonly id: string; readonly version: number },
): InboxState['seen'] {
  if (seen[id] === version) return seen;
  return { ...Object.fromEntries(Object.entries(seen).filter(([known]) => known !== id)), [id]: version };
}

function tell(state: InboxState, { name, detail }: Extract<InboxEvent, { kind: 'told' }>): InboxState {
  const number = state.notices + 1;
  return { ...state, notices: number, notice: { name, number, ...(detail !== undefined && { detail }) } };
}
