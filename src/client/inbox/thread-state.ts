import type {
  DeskMessage,
  DeskSuggestion,
  DeskThread,
  DeskTicket,
  DeskViewer,
} from '../../core/ticket/browser.ts';
import {
  EMPTY_DRAFT,
  insert,
  insertDrafted,
  rewrite,
  takeOutDrafted,
  wordsOf,
  type Draft,
  type DraftedBy,
  type Insertion,
  type Tried,
} from './draft.ts';

/** What keeps a conversation from being shown. */
export type ThreadFault = 'unreachable' | 'unknown';

/** One ticket that is open, and what is being written for it. */
export interface ThreadState {
  readonly id: string;
  readonly thread?: DeskThread;
  readonly fault?: ThreadFault | undefined;
  readonly viewers: readonly DeskViewer[];
  readonly suggestions: readonly DeskSuggestion[];
  readonly draft: Draft;
  readonly isSending: boolean;
  /** Ids of messages of the reader that came while an answer was being written. */
  readonly overtaken: readonly string[];
  /** A reply was refused because of them; it is still in the box. */
  readonly isRefused: boolean;
  /** The last reply, until the moment (of this device, ms) from which it cannot be taken back. */
  readonly undo?: { readonly message: string; readonly until: number } | undefined;
  /** While a draft is awaited: the reply as it stood when it was asked for. */
  readonly awaited?: { readonly reply: string } | undefined;
  /** Where the caret goes after the box was filled from outside; a new object each time. `isLate` when nobody waits at the box. */
  readonly caret?: { readonly at: number; readonly isLate?: boolean };
}

export type ThreadEvent =
  | { readonly kind: 'thread-opened'; readonly ticket: string; readonly draft: Draft }
  | { readonly kind: 'thread-closed' }
  | { readonly kind: 'thread-came'; readonly thread: DeskThread }
  | { readonly kind: 'thread-failed'; readonly ticket: string; readonly fault: ThreadFault }
  | { readonly kind: 'viewers-came'; readonly ticket: string; readonly viewers: readonly DeskViewer[] }
  | { readonly kind: 'suggested'; readonly ticket: string; readonly guides: readonly DeskSuggestion[] }
  | { readonly kind: 'drafted'; readonly draft: Partial<Draft> }
  | { readonly kind: 'written'; readonly words: string }
  | {
      readonly kind: 'inserted';
      readonly ticket: string;
      readonly piece: Insertion;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'draft-asked' }
  | {
      readonly kind: 'draft-came';
      readonly ticket: string;
      readonly piece: Insertion;
      readonly by: DraftedBy;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'draft-missed'; readonly ticket: string }
  | { readonly kind: 'draft-taken-out' }
  | { readonly kind: 'sending'; readonly tried?: Tried }
  | {
      readonly kind: 'sent';
      readonly message: DeskMessage;
      readonly ticket: DeskTicket;
      /** Until when it can be taken back, by the clock of this device. */
      readonly until: number;
    }
  | { readonly kind: 'noted'; readonly ticket: string }
  | { readonly kind: 'send-failed'; readonly ticket: string }
  | { readonly kind: 'send-refused'; readonly ticket: string }
  | {
      readonly kind: 'withdrawn';
      readonly message: string;
      readonly piece: Insertion;
      readonly ticket: DeskTicket;
    }
  | { readonly kind: 'undo-over'; readonly message: string };

/** The open conversation after an event; undefined when none is open. What belongs to another ticket changes nothing. */
export function advanceThread(state: ThreadState | undefined, event: ThreadEvent): ThreadState | undefined {
  if (event.kind === 'thread-opened') return openThread(event.ticket, event.draft);
  if (event.kind === 'thread-closed' || !state || ticketOf(event, state) !== state.id) {
    return event.kind === 'thread-closed' ? undefined : state;
  }
  return advance(state, event);
}

function openThread(id: string, draft: Draft): ThreadState {
  return { id, draft, viewers: [], suggestions: [], isSending: false, overtaken: [], isRefused: false };
}

function ticketOf(event: ThreadEvent, state: ThreadState): string {
  if (event.kind === 'thread-came') return event.thread.ticket.id;
  if (!('ticket' in event)) return state.id;
  return typeof event.ticket === 'string' ? event.ticket : event.ticket.id;
}

function advance(
  state: ThreadState,
  event: Exclude<ThreadEvent, { kind: 'thread-opened' | 'thread-closed' }>,
): ThreadState {
  switch (event.kind) {
    case 'thread-came':
      return come(state, event.thread);
    case 'thread-failed':
      // What is on the screen stays there.
      return state.thread && event.fault === 'unreachable' ? state : { ...state, fault: event.fault };
    case 'viewers-came':
      return { ...state, viewers: event.viewers };
    case 'suggested':
      return { ...state, suggestions: event.guides };
    case 'drafted':
      return { ...state, draft: { ...state.draft, ...event.draft } };
    case 'written':
      return { ...state, draft: rewrite(state.draft, event.words), isRefused: false };
    case 'inserted': {
      const { draft, caret } = insert(state.draft, event.piece, event);
      return { ...state, draft, caret: { at: caret } };
    }
    case 'draft-asked':
      return { ...state, draft: { ...state.draft, mode: 'reply' }, awaited: { reply: state.draft.reply } };
    case 'draft-came':
      return draftCame(state, event);
    case 'draft-missed':
      return { ...state, awaited: undefined };
    case 'draft-taken-out': {
      const draft = takeOutDrafted(state.draft);
      return draft === state.draft ? state : { ...state, draft, caret: { at: draft.reply.length } };
    }
    case 'sending':
      return {
        ...state,
        isSending: true,
        ...(event.tried && { draft: { ...state.draft, tried: event.tried } }),
      };
    case 'sent':
      return sent(state, event);
    case 'noted':
      return { ...state, isSending: false, draft: { ...state.draft, note: '', mode: 'reply' } };
    case 'send-failed':
      return { ...state, isSending: false };
    case 'send-refused':
      // Sent again after a look at what is new, it is another try.
      return { ...state, isSending: false, isRefused: true, draft: { ...state.draft, tried: undefined } };
    case 'withdrawn':
      return withdrawn(state, event);
    case 'undo-over':
      return state.undo?.message === event.message ? { ...state, undo: undefined } : state;
  }
}

function come(state: ThreadState, thread: DeskThread): ThreadState {
  const before = state.thread;
  if (before && thread.ticket.version < before.ticket.version) return state;
  const known = new Set(before?.messages.map(({ id }) => id));
  const isWriting = wordsOf(state.draft).trim() !== '';
  const news = thread.messages.filter(({ id, kind }) => kind === 'reader' && !known.has(id));
  const overtaken = before && isWriting ? news.map(({ id }) => id) : [];
  return {
    ...state,
    fault: undefined,
    thread,
    viewers: thread.viewers,
    overtaken: [...state.overtaken, ...overtaken],
  };
}

/** Goes where the caret is; when the agent has gone on writing meanwhile, after that, and nothing else moves. */
function draftCame(
  { awaited, ...state }: ThreadState,
  { piece, by, start, end }: Extract<ThreadEvent, { kind: 'draft-came' }>,
): ThreadState {
  const { mode, reply } = state.draft;
  const isAsItWas = mode === 'reply' && reply === awaited?.reply;
  const { draft, caret } = insertDrafted(state.draft, piece, by, isAsItWas ? { start, end } : undefined);
  if (mode === 'note') return { ...state, draft };
  return { ...state, draft, caret: { at: isAsItWas ? caret : start, isLate: true } };
}

function sent(
  state: ThreadState,
  { message, ticket, until }: Extract<ThreadEvent, { kind: 'sent' }>,
): ThreadState {
  const { draft, thread } = state;
  return {
    ...state,
    isSending: false,
    isRefused: false,
    overtaken: [],
    undo: { message: message.id, until },
    draft: { ...EMPTY_DRAFT, note: draft.note },
    ...(thread && {
      thread: {
        ...thread,
        ticket: { ...thread.ticket, ...ticket },
        messages: addMessage(thread.messages, message),
      },
    }),
  };
}

/** The text comes back in front of what was written since. */
function withdrawn(
  state: ThreadState,
  { message, piece, ticket }: Extract<ThreadEvent, { kind: 'withdrawn' }>,
): ThreadState {
  const { draft, caret } = insert({ ...state.draft, mode: 'reply' }, piece, { start: 0, end: 0 });
  const { thread } = state;
  const files = thread?.messages.find(({ id }) => id === message)?.attachments ?? [];
  return {
    ...state,
    undo: undefined,
    draft: {
      ...draft,
      status: 'waiting',
      files: [...files.map(({ id, name }) => ({ id, name })), ...draft.files],
    },
    caret: { at: caret },
    ...(thread && {
      thread: { ...thread, ticket, messages: thread.messages.filter(({ id }) => id !== message) },
    }),
  };
}

function addMessage(messages: readonly DeskMessage[], message: DeskMessage): readonly DeskMessage[] {
  return messages.some(({ id }) => id === message.id) ? messages : [...messages, message];
}
