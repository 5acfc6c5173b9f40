import type {
  DeskAgent,
  DeskAttachment,
  DeskDraft,
  DeskGuideDraft,
  DeskList,
  DeskMacro,
  DeskMe,
  DeskReply,
  DeskSent,
  DeskSuggestion,
  DeskThread,
  DeskTicket,
  DeskViewer,
  DeskWithdrawn,
  InboxView,
  Priority,
  TicketOutcome,
} from '../../core/ticket/browser.ts';
import { readResponse, type Answer } from './answer.ts';

/** Something that is done to a ticket; `kind` is the last part of its address. */
export type TicketAct =
  | {
      readonly kind: 'assign';
      readonly assignee: string | null;
      /** The one that was seen: whoever was faster is not overwritten. */
      readonly version: number;
    }
  | { readonly kind: 'priority'; readonly priority: Priority }
  | { readonly kind: 'classify'; readonly problem?: string; readonly service?: string }
  | {
      readonly kind: 'close';
      readonly outcome: TicketOutcome;
      readonly guide?: string;
      readonly version: number;
    }
  | { readonly kind: 'reopen' | 'hold' | 'release' };

export interface ListQuery {
  readonly view: InboxView;
  readonly text?: string;
  readonly priority?: Priority;
  readonly after?: string;
  readonly limit?: number;
}

/** The agents' API of the server. Nothing here throws; what went wrong is an answer. */
export interface DeskApi {
  me(): Promise<Answer<DeskMe>>;
  agents(): Promise<Answer<{ readonly agents: readonly DeskAgent[] }>>;
  list(query: ListQuery): Promise<Answer<DeskList>>;
  read(ticket: string): Promise<Answer<DeskThread>>;
  /** The same `key` is the same reply, however often it is sent. */
  reply(ticket: string, reply: DeskReply, key: string): Promise<Answer<DeskSent>>;
  withdraw(message: string): Promise<Answer<DeskWithdrawn>>;
  note(ticket: string, text: string): Promise<Answer<{ readonly ticket: DeskTicket }>>;
  act(ticket: string, act: TicketAct): Promise<Answer<{ readonly ticket: DeskTicket }>>;
  presence(ticket: string, isTyping: boolean): Promise<Answer<{ readonly viewers: readonly DeskViewer[] }>>;
  suggestions(ticket: string, text: string): Promise<Answer<{ readonly guides: readonly DeskSuggestion[] }>>;
  draft(ticket: string): Promise<Answer<DeskDraft>>;
  macros(): Promise<Answer<{ readonly macros: readonly DeskMacro[] }>>;
  macro(ticket: string, key: string): Promise<Answer<{ readonly text: string }>>;
  guideDraft(
    ticket: string,
    guide: { readonly slug: string; readonly sector: string },
  ): Promise<Answer<DeskGuideDraft>>;
  attach(file: File): Promise<Answer<Omit<DeskAttachment, 'url'>>>;
}

const BASE = '/agent/api';
/** Longer than a language model may take for a draft. */
const PATIENCE_MS = 30_000;

/** The API of the server that the page came from. */
export function openDeskApi(): DeskApi {
  const of = (ticket: string, part = '') => `/tickets/${encodeURIComponent(ticket)}${part}`;
  return {
    me: () => get('/me'),
    agents: () => get('/agents'),
    list: ({ view, text, priority, after, limit }) => {
      const query = new URLSearchParams({ view });
      if (text) query.set('text', text);
      if (priority) query.set('priority', priority);
      if (after) query.set('after', after);
      if (limit) query.set('limit', String(limit));
      return get(`/tickets?${query.toString()}`);
    },
    read: (ticket) => get(of(ticket)),
    reply: (ticket, reply, key) => post(of(ticket, '/reply'), reply, { 'Idempotency-Key': key }),
    withdraw: (message) => post(`/messages/${encodeURIComponent(message)}/withdraw`, {}),
    note: (ticket, text) => post(of(ticket, '/note'), { text }),
    act: (ticket, { kind, ...body }) => post(of(ticket, `/${kind}`), body),
    presence: (ticket, isTyping) => post(of(ticket, '/presence'), { isTyping }),
    suggestions: (ticket, text) =>
      get(of(ticket, `/suggestions?${new URLSearchParams({ text }).toString()}`)),
    draft: (ticket) => post(of(ticket, '/draft'), {}),
    macros: () => get('/macros'),
    macro: (ticket, key) => post(of(ticket, '/macro'), { key }),
    guideDraft: (ticket, guide) => post(of(ticket, '/guide-draft'), guide),
    attach: (file) => {
      const form = new FormData();
      form.set('file', file);
      return call('/attachments', { method: 'POST', body: form });
    },
  };
}

function get<Value>(path: string): Promise<Answer<Value>> {
  return call(path, {});
}

function post<Value>(
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<Value>> {
  return call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function call<Value>(path: string, request: RequestInit): Promise<Answer<Value>> {
  try {
    const response = await fetch(BASE + path, {
      ...request,
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return await readResponse<Value>(response);
  } catch {
    // Cut off on the way, or too slow.
    return { kind: 'unreachable' };
  }
}
