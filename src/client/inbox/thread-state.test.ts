import { describe, expect, test } from 'vitest';
import type { DeskMessage, DeskThread } from '../../core/ticket/browser.ts';
import { EMPTY_DRAFT } from './draft.ts';
import { fakeMessage, fakeTicket } from './fake-desk-api.ts';
import { advanceThread, type ThreadEvent, type ThreadState } from './thread-state.ts';

function thread(version: number, ...messages: DeskMessage[]): DeskThread {
  return { ticket: fakeTicket({ version }), messages: [fakeMessage(), ...messages], events: [], viewers: [] };
}
const opened: ThreadEvent = { kind: 'thread-opened', ticket: 't1', draft: EMPTY_DRAFT };
const came = (one: DeskThread): ThreadEvent => ({ kind: 'thread-came', thread: one });
const written = (words: string): ThreadEvent => ({ kind: 'written', words });
const answer = fakeMessage({
  id: 'm2',
  kind: 'agent',
  attachments: [{ id: 'f1', name: 'a.png', type: 'image/png', bytes: 1, url: '/a' }],
});
const sent: ThreadEvent = {
  kind: 'sent',
  message: answer,
  ticket: fakeTicket({ version: 2, status: 'waiting' }),
  until: 10_000,
};
const tried = { key: 'k1', version: 1 };
const again = fakeMessage({ id: 'm9', text: 'Masih belum.' });

function after(...events: ThreadEvent[]): ThreadState | undefined {
  return [opened, came(thread(1)), ...events].reduce<ThreadState | undefined>(advanceThread, undefined);
}

describe('an open conversation', () => {
  test('shows what the reader wrote while an answer was written, and keeps the answer', () => {
    const state = after(written('Halo'), came(thread(2, again)));
    expect(state?.overtaken).toEqual(['m9']);
    expect(state?.draft.reply).toBe('Halo');
    expect(state?.thread?.ticket.version).toBe(2);
  });

  test('makes nothing of new words while nobody answers, nor of those that were there first', () => {
    expect(after(came(thread(2, again)))?.overtaken).toEqual([]);
    const kept = { ...EMPTY_DRAFT, reply: 'Halo' };
    const reopened = advanceThread(undefined, { kind: 'thread-opened', ticket: 't1', draft: kept });
    expect(advanceThread(reopened, came(thread(1)))?.overtaken).toEqual([]);
  });

  test('is not taken back to an older version', () => {
    expect(after(came(thread(3, again)), came(thread(2)))?.thread?.messages).toHaveLength(2);
  });

  test('empties the box with a reply and lets it be taken back, but keeps the note', () => {
    const state = after(written('Halo'), { kind: 'drafted', draft: { note: 'untuk kita' } }, sent);
    expect(state?.draft).toEqual({ ...EMPTY_DRAFT, note: 'untuk kita' });
    expect(state?.undo).toEqual({ message: 'm2', until: 10_000 });
    expect(state?.thread?.messages.at(-1)).toBe(answer);
    expect(state?.thread?.ticket.status).toBe('waiting');
  });

  test('shows a reply once, although it comes with the answer and with the conversation', () => {
    expect(after(came(thread(2, answer)), sent)?.thread?.messages).toHaveLength(2);
  });

  test('puts a reply that is taken back in front of what was written since, with its files', () => {
    const state = after(sent, written('lagi'), {
      kind: 'withdrawn',
      message: 'm2',
      piece: { text: 'Halo', guides: [{ problem: 'banking/a', form: 'link' }] },
      ticket: fakeTicket({ version: 3 }),
    });
    expect(state?.draft).toMatchObject({
      mode: 'reply',
      reply: 'Halo\n\nlagi',
      guides: [{ problem: 'banking/a', form: 'link' }],
      files: [{ id: 'f1', name: 'a.png' }],
    });
    expect(state?.thread?.messages.map(({ id }) => id)).toEqual(['m1']);
    expect(state?.undo).toBeUndefined();
  });

  test('keeps the box as it is when a reply is refused or does not arrive', () => {
    const refused = after(
      written('Halo'),
      { kind: 'sending', tried },
      { kind: 'send-refused', ticket: 't1' },
    );
    expect(refused).toMatchObject({ isRefused: true, isSending: false, draft: { reply: 'Halo' } });
    expect(refused?.draft.tried).toBeUndefined();
    const failed = after(written('Halo'), { kind: 'sending', tried }, { kind: 'send-failed', ticket: 't1' });
    expect(failed).toMatchObject({ isRefused: false, draft: { reply: 'Halo', tried } });
  });

  test.each<ThreadEvent>([
    { ...sent, ticket: fakeTicket({ id: 't2' }) },
    { kind: 'viewers-came', ticket: 't2', viewers: [] },
    { kind: 'suggested', ticket: 't2', guides: [] },
    { kind: 'thread-failed', ticket: 't2', fault: 'unknown' },
    { kind: 'send-failed', ticket: 't2' },
    { kind: 'inserted', ticket: 't2', piece: { text: 'x', guides: [] }, start: 0, end: 0 },
  ])('takes nothing of another ticket: %o', (event) => {
    const before = after(written('Halo'));
    expect(advanceThread(before, event)).toBe(before);
  });

  test('stays on the screen when it cannot be fetched again, and goes when it is gone', () => {
    const away = after({ kind: 'thread-failed', ticket: 't1', fault: 'unreachable' });
    expect(away?.fault).toBeUndefined();
    expect(after({ kind: 'thread-failed', ticket: 't1', fault: 'unknown' })?.fault).toBe('unknown');
  });

  test('closes', () => {
    expect(after({ kind: 'thread-closed' })).toBeUndefined();
  });
});
