import type { Language } from '../../core/article/browser.ts';
import type { CopiedGuide } from '../../core/copy/browser.ts';
import type { Answer } from './answer.ts';
import type { DeskApi } from './desk-api.ts';
import { advanceInbox, type InboxEvent, type InboxState, type Notice } from './inbox-state.ts';
import type { Kept } from './kept.ts';

/** What the inbox needs of the world. */
export interface InboxParts {
  readonly api: DeskApi;
  readonly kept: Kept;
  /** Milliseconds, as `Date.now`. */
  readonly now: () => number;
  /** A key that nobody else has. */
  readonly newKey: () => string;
  /** A guide with its steps under its short address; fails when it cannot be fetched. */
  readonly readGuide: (id: string, lang: Language) => Promise<CopiedGuide>;
}

/** What the parts of the inbox share: the one state, and what they need of the world. */
export interface InboxContext extends InboxParts {
  readonly state: () => InboxState;
  readonly take: (event: InboxEvent) => void;
  readonly tell: (name: Notice, detail?: string) => void;
  /** Calls `listener` after each change of the state; gives what stops it. */
  readonly subscribe: (listener: () => void) => () => void;
}

const NOTICE_MS = 6000;

/** A context that begins with `first`. */
export function openContext(parts: InboxParts, first: InboxState): InboxContext {
  let state = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const take = (event: InboxEvent) => {
    const before = state;
    state = advanceInbox(state, event);
    if (state === before) return;
    if (state.seen !== before.seen) parts.kept.keepSeen(state.seen);
    keepDraft(parts.kept, before, state);
    for (const listener of listeners) listener();
  };
  return {
    ...parts,
    state: () => state,
    take,
    tell: (name, detail) => {
      take({ kind: 'told', name, ...(detail !== undefined && { detail }) });
      const number = state.notices;
      clearTimeout(timer);
      timer = setTimeout(() => {
        take({ kind: 'untold', number });
      }, NOTICE_MS);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The value of an answer; undefined for any other, once the state knows why. `changed` is left to the caller, who
 * knows what was tried.
 */
export function settle<Value>(context: InboxContext, answer: Answer<Value>): Value | undefined {
  if (answer.kind === 'unreachable') context.take({ kind: 'lost' });
  else context.take({ kind: 'found' });
  if (answer.kind === 'signed-out') context.take({ kind: 'signed-out' });
  return answer.kind === 'done' ? answer.value : undefined;
}

/** Says what came of something that was not done. Nothing is said of a session that is over: a dialog says so. */
export function explain(context: InboxContext, answer: Answer<unknown>, otherwise: Notice): void {
  if (answer.kind === 'refused') {
    context.tell(answer.status === 403 ? 'forbidden' : otherwise, answer.detail);
  } else if (answer.kind === 'unreachable') context.tell(otherwise);
  else if (answer.kind === 'changed') context.tell('changed');
}

function keepDraft(kept: Kept, before: InboxState, { thread, me }: InboxState): void {
  if (!thread || !me || thread.id !== before.thread?.id || thread.draft === before.thread.draft) return;
  kept.keepDraft(me.agent.id, thread.id, thread.draft);
}
