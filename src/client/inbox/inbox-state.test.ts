import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT } from './draft.ts';
import { FAKE_AGENT, fakeMessage, fakeTicket } from './fake-desk-api.ts';
import { advanceInbox, isUnread, startInbox, type InboxEvent, type InboxState } from './inbox-state.ts';

const counts = { mine: 0, unassigned: 1, waiting: 0, all: 1, late: 0, solved: 0, held: 0 };
const listed: InboxEvent = { kind: 'list-came', page: { tickets: [fakeTicket()], counts } };
const opened: InboxEvent = { kind: 'thread-opened', ticket: 't1', draft: EMPTY_DRAFT };
function came(version: number): InboxEvent {
  const ticket = fakeTicket({ version, status: 'open' });
  return { kind: 'thread-came', thread: { ticket, messages: [fakeMessage()], events: [], viewers: [] } };
}
function after(...events: InboxEvent[]): InboxState {
  return events.reduce(advanceInbox, startInbox({ part: 'list' }, 'unassigned', {}));
}

describe('the inbox', () => {
  test('marks a ticket as unread until it is opened, and again when it changes', () => {
    const ticket = fakeTicket();
    expect(isUnread(after(listed), ticket)).toBe(true);
    const read = after(listed, opened, came(2));
    expect(isUnread(read, { ...ticket, status: 'open', version: 2 })).toBe(false);
    expect(isUnread(read, { ...ticket, status: 'open', version: 3 })).toBe(true);
  });

  test.each(['waiting', 'solved', 'held'] as const)('asks nobody to read what is %s', (status) => {
    expect(isUnread(after(), fakeTicket({ status }))).toBe(false);
  });

  test('shows a change in the list and in the conversation', () => {
    const changed: InboxEvent = {
      kind: 'ticket-changed',
      ticket: fakeTicket({ version: 3, priority: 'urgent' }),
    };
    const state = after(listed, opened, came(2), changed);
    expect(state.list.tickets[0]?.priority).toBe('urgent');
    expect(state.thread?.thread?.ticket.priority).toBe('urgent');
    expect(state.seen).toEqual({ t1: 3 });
  });

  test('brings the row up to date with the conversation', () => {
    expect(after(listed, opened, came(2)).list.tickets[0]?.status).toBe('open');
  });

  test('remembers what was read last at the end', () => {
    const before = startInbox({ part: 'list' }, 'all', { t1: 1, t2: 1 });
    const state = [opened, came(4)].reduce(advanceInbox, before);
    expect(Object.entries(state.seen)).toEqual([
      ['t2', 1],
      ['t1', 4],
    ]);
  });

  test('knows who is signed in, and when no longer', () => {
    const me = { agent: FAKE_AGENT, mail: true };
    const out = after({ kind: 'signed-in', me }, { kind: 'signed-out' });
    expect([out.isSignedOut, out.me]).toEqual([true, me]);
    expect(advanceInbox(out, { kind: 'signed-in', me }).isSignedOut).toBe(false);
  });

  test('takes away only the notice that is meant', () => {
    const told = after({ kind: 'told', name: 'noted' }, { kind: 'told', name: 'noted' });
    expect(advanceInbox(told, { kind: 'untold', number: 1 }).notice?.number).toBe(2);
    expect(advanceInbox(told, { kind: 'untold', number: 2 }).notice).toBeUndefined();
  });

  test('stays the same object where nothing changes, so that nothing is drawn', () => {
    const state = after(listed, { kind: 'lost' });
    expect(advanceInbox(state, { kind: 'lost' })).toBe(state);
    expect(advanceInbox(state, { kind: 'viewers-came', ticket: 't9', viewers: [] })).toBe(state);
  });
});
