import type {
  DeskAgent,
  DeskDraft,
  DeskList,
  DeskMessage,
  DeskSuggestion,
  DeskThread,
  DeskTicket,
  InboxView,
} from '../../core/ticket/browser.ts';

/** Who is signed in at a {@link fakeDeskApi}. */
export const FAKE_AGENT: DeskAgent = { id: 'sari', name: 'Sari', email: 'sari@example.org', role: 'agent' };

/** What the fake makes of any file, and what it drafts for any ticket. */
const FAKE_FILE = { id: 'f1', name: 'layar.png', type: 'image/png', bytes: 900 };
const FAKE_DRAFT: DeskDraft = {
  text: 'Coba ini.',
  guides: [{ problem: 'banking/a', form: 'short' }],
  mode: 'guide',
};

const COUNTS: Readonly<Record<InboxView, number>> = {
  mine: 0,
  unassigned: 1,
  waiting: 0,
  all: 1,
  late: 0,
  solved: 0,
  held: 0,
};

/** A ticket of a reader who gets no code, with whatever differs. */
export function fakeTicket(more: Partial<DeskTicket> = {}): DeskTicket {
  return {
    id: 't1',
    reference: '4829-1735',
    lang: 'id',
    subject: 'Kode OTP tidak masuk',
    status: 'new',
    priority: 'normal',
    channel: 'assistant',
    createdAt: '2026-01-05T02:00:00.000Z',
    updatedAt: '2026-01-05T02:00:00.000Z',
    version: 1,
    ...more,
  };
}

/** A message of the reader, with whatever differs. */
export function fakeMessage(more: Partial<DeskMessage> = {}): DeskMessage {
  return {
    id: 'm1',
    kind: 'reader',
    text: 'Kode tidak masuk sejak pagi.',
    createdAt: '2026-01-05T02:00:00.000Z',
    sendAt: '2026-01-05T02:00:00.000Z',
    guides: [],
    attachments: [],
    ...more,
  };
}

/** One call as the fake has seen it; `body` is the parsed JSON. */
export interface FakeCall {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly body: unknown;
}

/** What the fake answers with instead of its own answer; `deaf` does what is asked, but no answer arrives. */
export type FakeMood =
  'well' | 'away' | 'deaf' | 'signed-out' | { readonly status: number; readonly body: object };

/**
 * Stands in for the agents' API: one agent, and the tickets that it is given. It answers as the real one does, as far
 * as the inbox asks: it keeps replies, takes them back, counts versions, and refuses a version that is not the
 * newest. `mood` changes how it answers from then on; `calls` are all that came.
 */
export function fakeDeskApi(threads: readonly DeskThread[]) {
  const kept = new Map(threads.map((thread) => [thread.ticket.id, thread]));
  const replies = new Map<string, object>();
  const suggestions: DeskSuggestion[] = [];
  const calls: FakeCall[] = [];
  const fake = { calls, kept, suggestions, draft: FAKE_DRAFT, mood: 'well' as FakeMood, handle };

  async function handle(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const path = pathname.replace('/agent/api', '') + search;
    const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? false;
    const body: unknown = isJson ? await request.json() : undefined;
    calls.push({ method: request.method, path, key: request.headers.get('Idempotency-Key'), body });
    const { mood } = fake;
    if (mood === 'deaf') {
      answer(request, pathname, body);
      throw new TypeError('unreachable');
    }
    if (mood === 'away') throw new TypeError('unreachable');
    if (mood === 'signed-out') return Response.json({ title: 'Sign in.' }, { status: 401 });
    if (mood !== 'well') return Response.json(mood.body, { status: mood.status });
    return answer(request, pathname, body);
  }

  function answer(request: Request, pathname: string, body: unknown): Response {
    const [, first, id, act] = pathname.replace('/agent/api', '').split('/');
    if (first === 'me') return Response.json({ agent: FAKE_AGENT, mail: true });
    if (first === 'agents') return Response.json({ agents: [FAKE_AGENT] });
    if (first === 'macros') return Response.json({ macros: [] });
    if (first === 'attachments') return Response.json(FAKE_FILE, { status: 201 });
    if (first === 'messages' && id) return withdraw(id);
    if (first !== 'tickets') return notFound();
    if (!id) return Response.json(list());
    const thread = kept.get(id);
    if (!thread) return notFound();
    if (act === undefined) return Response.json(thread);
    if (act === 'suggestions') return Response.json({ guides: suggestions });
    if (act === 'presence') return Response.json({ viewers: thread.viewers });
    if (act === 'macro') return Response.json({ text: 'Salam dari Sari.' });
    if (act === 'draft') return Response.json(fake.draft);
    if (act === 'reply') return reply(thread, body, request.headers.get('Idempotency-Key') ?? '');
    return change(thread, act, body);
  }

  function list(): DeskList {
    return { tickets: [...kept.values()].map(({ ticket }) => ticket), counts: COUNTS };
  }

  function reply(thread: DeskThread, body: unknown, key: string): Response {
    const again = replies.get(key);
    if (again) return Response.json(again, { status: 201 });
    const { text, version } = body as { text: string; version: number };
    if (version !== thread.ticket.version) return conflict(thread);
    const now = new Date();
    const message = fakeMessage({
      id: `m${thread.messages.length + 1}`,
      kind: 'agent',
      author: FAKE_AGENT.id,
      text,
      guides: (body as { guides: DeskMessage['guides'] }).guides,
      createdAt: now.toISOString(),
      sendAt: new Date(now.getTime() + 10_000).toISOString(),
    });
    const ticket = { ...thread.ticket, version: version + 1, status: 'waiting' as const };
    kept.set(ticket.id, { ...thread, ticket, messages: [...thread.messages, message] });
    replies.set(key, { message, ticket });
    return Response.json({ message, ticket }, { status: 201 });
  }

  function withdraw(id: string): Response {
    for (const thread of kept.values()) {
      const message = thread.messages.find((one) => one.id === id);
      if (!message) continue;
      const messages = thread.messages.filter((one) => one !== message);
      const ticket = { ...thread.ticket, version: thread.ticket.version + 1 };
      kept.set(ticket.id, { ...thread, ticket, messages });
      return Response.json({ text: message.text, guides: message.guides, ticket });
    }
    return notFound();
  }

  function change(thread: DeskThread, act: string, body: unknown): Response {
    const seen = (body as { version?: number }).version;
    if (seen !== undefined && seen !== thread.ticket.version) return conflict(thread);
    const set: Record<string, object> = {
      priority: body as object,
      assign: body as object,
      classify: body as object,
      close: { status: 'solved', ...(body as object), version: undefined },
      reopen: { status: 'open' },
      hold: { status: 'held' },
      release: { status: 'open' },
    };
    const ticket = { ...thread.ticket, ...set[act], version: thread.ticket.version + 1 } as DeskTicket;
    kept.set(ticket.id, { ...thread, ticket });
    return Response.json({ ticket });
  }

  return fake;
}

function conflict({ ticket }: DeskThread): Response {
  return Response.json({ ticket }, { status: 409 });
}

function notFound(): Response {
  return Response.json({ title: 'There is nothing here.' }, { status: 404 });
}
