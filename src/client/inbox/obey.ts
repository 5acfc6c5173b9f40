import { writeAddress } from './address.ts';
import type { InboxCommand } from './inbox-key.ts';
import type { Inbox } from './inbox.ts';
import { rowAt } from './list-state.ts';

/** The ids of what keys lead to. */
export const IDS = {
  search: 'inbox-search',
  box: 'inbox-box',
  talk: 'inbox-talk',
  priority: 'inbox-priority',
  macro: 'inbox-macro',
  row: (ticket: string) => `inbox-row-${ticket}`,
} as const;

/** Does what a key means; false when it means nothing here. */
export function obey(inbox: Inbox, command: InboxCommand): boolean {
  const { talk, take, state } = inbox;
  const { thread, list, me } = state();
  const ticket = thread?.thread?.ticket;
  switch (command.kind) {
    case 'down':
    case 'up':
      return chooseRow(inbox, command.kind === 'down' ? 1 : -1);
    case 'open':
      return list.chosen !== undefined && goTo(writeAddress({ part: 'talk', ticket: list.chosen }));
    case 'back':
      return goBack(inbox);
    case 'show-new':
      take({ kind: 'waiting-shown' });
      return true;
    case 'view':
      return goTo(writeAddress({ part: 'list', view: command.view }));
    case 'search':
      return focusOn(IDS.search);
    case 'leave-box':
      return focusOn(ticket ? IDS.talk : IDS.row(list.chosen ?? '')) || blur();
    case 'shortcuts':
      take({ kind: 'dialog-opened', dialog: 'shortcuts' });
      return true;
    case 'await-view':
      return true;
    default:
      break;
  }
  if (!ticket) return false;
  switch (command.kind) {
    case 'reply':
    case 'note':
      write(inbox, command.kind);
      return true;
    case 'take':
      void talk.act({ kind: 'assign', assignee: me?.agent.id ?? null, version: ticket.version });
      return true;
    case 'give-back':
      void talk.act({ kind: 'assign', assignee: null, version: ticket.version });
      return true;
    case 'close':
      if (ticket.status === 'solved') void talk.act({ kind: 'reopen' });
      else take({ kind: 'dialog-opened', dialog: 'close' });
      return true;
    case 'priority':
      return click(IDS.priority);
    case 'macro':
      return click(IDS.macro);
    case 'draft':
      void talk.insertDraft();
      return true;
    case 'undo':
      if (thread.undo) void inbox.sender.undo();
      else talk.takeOutDraft();
      return thread.undo !== undefined || thread.draft.drafted?.before !== undefined;
    case 'send':
      void inbox.sender.send();
      return true;
    case 'palette':
      take({ kind: 'dialog-opened', dialog: 'palette' });
      return true;
    case 'suggestion': {
      const guide = thread.suggestions[command.index];
      if (guide) void talk.insertGuide(guide.id, ticket.lang, inbox.kept.form());
      return guide !== undefined;
    }
  }
}

/** Goes to the box, for a reply or a note. On a phone the conversation comes first. */
export function write(inbox: Inbox, mode: 'reply' | 'note'): void {
  inbox.talk.change({ mode });
  // After it is drawn with the words of that mode.
  requestAnimationFrame(() => focusOn(IDS.box));
}

function chooseRow({ state, take }: Inbox, by: 1 | -1): boolean {
  const ticket = rowAt(state().list, by);
  if (ticket === undefined) return false;
  take({ kind: 'row-chosen', ticket });
  return focusOn(IDS.row(ticket));
}

/** From the story to the conversation, from there to the list. */
function goBack({ state }: Inbox): boolean {
  const { place, list } = state();
  if (place.part === 'list') return false;
  const isStory = place.part === 'story';
  goTo(
    isStory
      ? writeAddress({ part: 'talk', ticket: place.ticket })
      : writeAddress({ part: 'list', view: list.view }),
  );
  if (!isStory) requestAnimationFrame(() => focusOn(IDS.row(place.ticket)));
  return true;
}

function goTo(address: string): boolean {
  location.hash = address;
  return true;
}

function focusOn(id: string): boolean {
  const node = document.getElementById(id);
  node?.focus();
  node?.scrollIntoView({ block: 'nearest' });
  return node !== null;
}

function click(id: string): boolean {
  const node = document.getElementById(id);
  node?.click();
  return node !== null;
}

function blur(): boolean {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  return true;
}
