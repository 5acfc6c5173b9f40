import type { DeskMessage, DeskThread, DeskTicketEvent, TicketVerb } from '../../core/ticket/browser.ts';

/** One line of a conversation: something that was said, or something that happened. */
export type Entry =
  | { readonly kind: 'message'; readonly at: string; readonly message: DeskMessage }
  | { readonly kind: 'event'; readonly at: string; readonly event: DeskTicketEvent };

/** What a message shows already, and what nobody has to know. */
const SAID: ReadonlySet<TicketVerb> = new Set(['opened', 'replied', 'noted', 'withdrawn']);

/** All that was said and that happened, oldest first; at the same moment, what was said comes first. */
export function entriesOf({ messages, events }: Pick<DeskThread, 'messages' | 'events'>): Entry[] {
  const said = messages.map((message): Entry => ({ kind: 'message', at: message.createdAt, message }));
  const happened = events
    .filter(({ verb }) => !SAID.has(verb))
    .map((event): Entry => ({ kind: 'event', at: event.at, event }));
  return [...said, ...happened].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
