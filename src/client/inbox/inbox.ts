import { readAddress, type Place } from './address.ts';
import { openContext, settle, type InboxContext, type InboxParts } from './inbox-context.ts';
import { startInbox } from './inbox-state.ts';
import { createListing, type Listing } from './listing.ts';
import { createSender, type Sender } from './sender.ts';
import { createTalk, type Talk } from './talk.ts';
import type { EventListener } from './follow-events.ts';

/** The inbox apart from how it is drawn. */
export interface Inbox extends Pick<
  InboxContext,
  'state' | 'take' | 'tell' | 'subscribe' | 'kept' | 'api' | 'readGuide'
> {
  readonly listing: Listing;
  readonly talk: Talk;
  readonly sender: Sender;
  /** Finds out who is here and shows the first list; false when nobody is signed in. */
  begin(): Promise<boolean>;
  /** Looks whether somebody has signed in again, and goes on. */
  comeBack(): Promise<void>;
  go(place: Place): void;
  /** What is to be done with the events of the server. */
  readonly events: EventListener;
}

/** An inbox at the place that `hash` says. */
export function createInbox(parts: InboxParts, hash: string): Inbox {
  const { api, kept } = parts;
  const place = readAddress(hash);
  const view = (place.part === 'list' ? place.view : undefined) ?? kept.view() ?? 'unassigned';
  const context = openContext(parts, startInbox(place, view, kept.seen()));
  const { state, take, tell, subscribe } = context;
  const listing = createListing(context);
  const talk = createTalk(context);
  const sender = createSender(context, talk);

  const whoAmI = async () => {
    const answer = await api.me();
    const me = settle(context, answer);
    if (me) take({ kind: 'signed-in', me });
    if (answer.kind === 'refused' && answer.status === 403) take({ kind: 'barred', why: 'forbidden' });
    if (answer.kind === 'refused' && answer.status === 404) take({ kind: 'barred', why: 'absent' });
    return answer.kind;
  };
  const fetchOthers = async () => {
    const [agents, macros] = await Promise.all([api.agents(), api.macros()]);
    if (agents.kind === 'done') take({ kind: 'agents-came', agents: agents.value.agents });
    if (macros.kind === 'done') take({ kind: 'macros-came', macros: macros.value.macros });
  };
  const enter = async () => {
    const now = state().place;
    await Promise.all([
      listing.ask({}),
      fetchOthers(),
      now.part === 'list' ? undefined : talk.open(now.ticket),
    ]);
  };
  const catchUp = async () => {
    if (!state().me) {
      if ((await whoAmI()) === 'done') await enter();
      return;
    }
    listing.refreshSoon();
    await talk.refresh();
  };

  return {
    state,
    take,
    tell,
    subscribe,
    kept,
    api,
    readGuide: parts.readGuide,
    listing,
    talk,
    sender,
    async begin() {
      const kind = await whoAmI();
      if (kind === 'done') await enter();
      return kind !== 'signed-out';
    },
    async comeBack() {
      if ((await whoAmI()) === 'done') await catchUp();
    },
    go(next) {
      take({ kind: 'went', place: next });
      if (next.part !== 'list') {
        take({ kind: 'row-chosen', ticket: next.ticket });
        void talk.open(next.ticket);
      } else if (next.view && next.view !== state().list.view) void listing.ask({ view: next.view });
    },
    events: {
      opened() {
        take({ kind: 'found' });
        void catchUp();
      },
      ticket(id) {
        listing.refreshSoon();
        if (state().thread?.id === id) void talk.refresh();
      },
      presence(ticket, viewers) {
        take({ kind: 'viewers-came', ticket, viewers });
      },
      broke() {
        // Says whether the server is away, or the session is over.
        void whoAmI();
      },
    },
  };
}
