import type { InboxView, Priority } from '../../core/ticket/browser.ts';
import type { ListQuery } from './desk-api.ts';
import { settle, type InboxContext } from './inbox-context.ts';

/** The list of tickets, as it is asked for. */
export interface Listing {
  /** Lists a view, or what fits words; what is left out stays as it is, except that a view begins without words. */
  ask(query: {
    readonly view?: InboxView;
    readonly text?: string;
    readonly priority?: Priority | null;
  }): Promise<void>;
  /** Lists further. */
  more(): Promise<void>;
  /** Looks for what is new, soon: many calls at once are one. */
  refreshSoon(): void;
}

const PAGE = 50;
const REFRESH_MS = 250;

/** The listing of an inbox. An answer to a question that is not asked any more is dropped. */
export function createListing(context: InboxContext): Listing {
  const { api, kept, state, take } = context;
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const query = (): ListQuery => {
    const { view, text, priority } = state().list;
    return { view, limit: PAGE, ...(text !== '' && { text }), ...(priority && { priority }) };
  };
  const refresh = async () => {
    const mine = round;
    const page = settle(context, await api.list(query()));
    if (page && mine === round) take({ kind: 'list-refreshed', page });
  };

  return {
    async ask({ view, text, priority }) {
      const mine = ++round;
      const before = state().list;
      const wanted = priority === undefined ? before.priority : priority;
      const words = text ?? (view === undefined ? before.text : '');
      take({
        kind: 'list-asked',
        view: view ?? before.view,
        text: words,
        ...(wanted && { priority: wanted }),
      });
      if (view) kept.keepView(view);
      const page = settle(context, await api.list(query()));
      if (mine !== round) return;
      take(page ? { kind: 'list-came', page } : { kind: 'list-failed' });
    },
    async more() {
      const { next, isLoading } = state().list;
      if (next === undefined || isLoading) return;
      const mine = round;
      take({ kind: 'more-asked' });
      const page = settle(context, await api.list({ ...query(), after: next }));
      if (mine !== round) return;
      take(page ? { kind: 'more-came', page } : { kind: 'list-failed' });
    },
    refreshSoon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        void refresh();
      }, REFRESH_MS);
    },
  };
}
