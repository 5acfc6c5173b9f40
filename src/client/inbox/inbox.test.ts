import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeskThread } from '../../core/ticket/browser.ts';
import { openDeskApi } from './desk-api.ts';
import { fakeDeskApi, fakeMessage, fakeTicket } from './fake-desk-api.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { openKept } from './kept.ts';

const thread: DeskThread = { ticket: fakeTicket(), messages: [fakeMessage()], events: [], viewers: [] };
const LINK = 'https://example.org/g/fcbhh9m/';
let fake: ReturnType<typeof fakeDeskApi>;
let device: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  fake = fakeDeskApi([thread]);
  device = new Map();
  vi.stubGlobal('fetch', (path: string, request: RequestInit) =>
    fake.handle(new Request(`https://example.org${path}`, { ...request, signal: null })),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function create(hash = '#/t/t1'): Inbox {
  const kept = openKept({
    getItem: (key) => device.get(key) ?? null,
    setItem: (key, value) => void device.set(key, value),
    removeItem: (key) => void device.delete(key),
  });
  let keys = 0;
  return createInbox(
    {
      api: openDeskApi(),
      kept,
      now: Date.now,
      newKey: () => `key ${++keys}`,
      readGuide: () => Promise.resolve({ title: 'OTP', steps: [], firstNumber: 1, link: LINK }),
    },
    hash,
  );
}
async function open(): Promise<Inbox> {
  const inbox = create();
  expect(await inbox.begin()).toBe(true);
  return inbox;
}
const sentReplies = () => fake.calls.filter(({ path }) => path.endsWith('/reply'));
const draftOf = (inbox: Inbox) => inbox.state().thread?.draft;

describe('an inbox', () => {
  test('lists, opens what the address names, and answers with a guide', async () => {
    const inbox = await open();
    expect(inbox.state().list.tickets.map(({ id }) => id)).toEqual(['t1']);
    inbox.talk.write('Halo.');
    inbox.talk.point(5, 5);
    await inbox.talk.insertGuide('banking/a', 'id', 'link');
    await inbox.sender.send();
    expect(sentReplies()[0]?.body).toEqual({
      text: `Halo.\n\nOTP\n\n${LINK}`,
      version: 1,
      guides: [{ problem: 'banking/a', form: 'link' }],
      status: 'waiting',
    });
    expect(draftOf(inbox)?.reply).toBe('');
    expect(inbox.state().list.tickets[0]?.status).toBe('waiting');
  });

  test('takes a reply back into the box for ten seconds, and no longer', async () => {
    const inbox = await open();
    inbox.talk.write('Halo');
    await inbox.sender.send();
    await inbox.sender.undo();
    expect(draftOf(inbox)?.reply).toBe('Halo');
    expect(fake.kept.get('t1')?.messages).toHaveLength(1);
    await inbox.sender.send();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(inbox.state().thread?.undo).toBeUndefined();
  });

  test('shows what the reader wrote meanwhile, keeps the reply, and sends it when told again', async () => {
    const inbox = await open();
    inbox.talk.write('Halo');
    const ticket = { ...thread.ticket, version: 2 };
    fake.kept.set('t1', { ...thread, ticket, messages: [...thread.messages, fakeMessage({ id: 'm9' })] });
    await inbox.sender.send();
    expect(inbox.state().thread).toMatchObject({ isRefused: true, overtaken: ['m9'] });
    expect(draftOf(inbox)?.reply).toBe('Halo');
    await inbox.sender.send();
    expect(draftOf(inbox)?.reply).toBe('');
    expect(fake.kept.get('t1')?.messages).toHaveLength(3);
  });

  test('loses nothing without a connection, and sends the same reply once', async () => {
    const inbox = await open();
    inbox.talk.write('Halo');
    fake.mood = 'away';
    await inbox.sender.send();
    expect(inbox.state()).toMatchObject({ isLost: true, notice: { name: 'not-sent' } });
    expect(draftOf(inbox)?.reply).toBe('Halo');
    fake.mood = 'well';
    await inbox.sender.send();
    expect(inbox.state().isLost).toBe(false);
    expect(new Set(sentReplies().map(({ key }) => key)).size).toBe(1);
  });

  test('sends once what was taken although no answer came, even when the ticket is seen anew', async () => {
    const inbox = await open();
    inbox.talk.write('Halo');
    fake.mood = 'deaf';
    await inbox.sender.send();
    fake.mood = 'well';
    await inbox.talk.refresh();
    await inbox.sender.send();
    expect(fake.kept.get('t1')?.messages).toHaveLength(2);
    expect(draftOf(inbox)?.reply).toBe('');
  });

  test('tells another reply from the one that was tried', async () => {
    const inbox = await open();
    inbox.talk.write('Halo');
    fake.mood = 'away';
    await inbox.sender.send();
    inbox.talk.change({ status: 'open' });
    await inbox.sender.send();
    expect(new Set(sentReplies().map(({ key }) => key)).size).toBe(2);
  });

  test('looks for what is new once, however much is told at once', async () => {
    const inbox = await open();
    const lists = () => fake.calls.filter(({ path }) => path.startsWith('/tickets?')).length;
    const before = lists();
    for (const id of ['t7', 't8', 't9']) inbox.events.ticket(id);
    await vi.advanceTimersByTimeAsync(1000);
    expect(lists() - before).toBe(1);
  });

  test('shows what somebody else did when an action comes too late', async () => {
    const inbox = await open();
    const ticket = { ...thread.ticket, version: 2, assignee: 'budi' };
    fake.kept.set('t1', { ...thread, ticket });
    expect(await inbox.talk.act({ kind: 'close', outcome: 'silence', version: 1 })).toBe(false);
    expect(inbox.state().notice?.name).toBe('changed');
    expect(inbox.state().thread?.thread?.ticket.assignee).toBe('budi');
  });

  test('asks to sign in when the session ends, and goes on afterwards with the same words', async () => {
    const inbox = await open();
    inbox.talk.write('Halo');
    fake.mood = 'signed-out';
    await inbox.sender.send();
    expect(inbox.state()).toMatchObject({ isSignedOut: true, thread: { draft: { reply: 'Halo' } } });
    fake.mood = 'well';
    await inbox.comeBack();
    expect(inbox.state().isSignedOut).toBe(false);
    expect(draftOf(inbox)?.reply).toBe('Halo');
  });

  test('finds a draft again on this device', async () => {
    (await open()).talk.write('Halo');
    expect(draftOf(await open())?.reply).toBe('Halo');
  });

  test('forgets the draft of a reply that was sent while another ticket was opened', async () => {
    const other = { ...thread, ticket: fakeTicket({ id: 't2' }) };
    fake.kept.set('t2', other);
    const inbox = await open();
    inbox.talk.write('Halo');
    const sending = inbox.sender.send();
    inbox.go({ part: 'talk', ticket: 't2' });
    await sending;
    expect(inbox.state().thread?.id).toBe('t2');
    expect(
      openKept({
        getItem: (key) => device.get(key) ?? null,
        setItem: () => undefined,
        removeItem: () => undefined,
      }).draft('sari', 't1').reply,
    ).toBe('');
  });

  test('says when nobody is signed in at the beginning', async () => {
    fake.mood = 'signed-out';
    expect(await create().begin()).toBe(false);
  });

  test.each([
    [403, 'forbidden'],
    [404, 'absent'],
  ])('says why nobody can be here: %d', async (status, barred) => {
    fake.mood = { status, body: {} };
    const inbox = create();
    await inbox.begin();
    expect(inbox.state().barred).toBe(barred);
  });

  test('never sends a note to the reader', async () => {
    const inbox = await open();
    inbox.talk.change({ mode: 'note' });
    inbox.talk.write('untuk kita');
    await inbox.sender.send();
    expect(sentReplies()).toEqual([]);
    expect(fake.calls.find(({ path }) => path.endsWith('/note'))?.body).toEqual({ text: 'untuk kita' });
  });

  test.each(['', '  \n'])('sends no reply without words: "%s"', async (words) => {
    const inbox = await open();
    inbox.talk.write(words);
    await inbox.sender.send();
    expect(sentReplies()).toEqual([]);
  });

  test('shows what is new when the server tells of it', async () => {
    const inbox = await open();
    const ticket = { ...thread.ticket, version: 2 };
    fake.kept.set('t1', { ...thread, ticket, messages: [...thread.messages, fakeMessage({ id: 'm9' })] });
    fake.kept.set('t2', { ...thread, ticket: fakeTicket({ id: 't2' }) });
    inbox.events.ticket('t1');
    await vi.advanceTimersByTimeAsync(300);
    expect(inbox.state().thread?.thread?.messages).toHaveLength(2);
    expect(inbox.state().list.waiting.map(({ id }) => id)).toEqual(['t2']);
  });

  test('tells the others who is writing, and that it is over', async () => {
    const inbox = await open();
    inbox.talk.write('H');
    inbox.talk.write('Ha');
    await vi.advanceTimersByTimeAsync(7000);
    const said = fake.calls.filter(({ path }) => path.endsWith('/presence')).map(({ body }) => body);
    expect(said).toEqual([{ isTyping: false }, { isTyping: true }, { isTyping: false }]);
  });

  test('tells the others at once that a reply is written', async () => {
    const inbox = await open();
    inbox.talk.write('Halo');
    await inbox.sender.send();
    await vi.advanceTimersByTimeAsync(0);
    const said = fake.calls.filter(({ path }) => path.endsWith('/presence')).map(({ body }) => body);
    expect(said.at(-1)).toEqual({ isTyping: false });
  });

  test('asks for guides that fit what is being written, after a pause', async () => {
    const inbox = await open();
    for (const words of ['o', 'ot', 'otp']) inbox.talk.write(words);
    await vi.advanceTimersByTimeAsync(1000);
    const asked = fake.calls.filter(({ path }) => path.includes('/suggestions')).map(({ path }) => path);
    expect(asked).toEqual(['/tickets/t1/suggestions?text=otp']);
  });

  test.each([
    [{ kind: 'priority', priority: 'urgent' } as const, { priority: 'urgent' }],
    [{ kind: 'assign', assignee: 'sari', version: 1 } as const, { assignee: 'sari' }],
    [{ kind: 'close', outcome: 'silence', version: 1 } as const, { status: 'solved' }],
    [{ kind: 'hold' } as const, { status: 'held' }],
  ])('does %o', async (act, expected) => {
    const inbox = await open();
    expect(await inbox.talk.act(act)).toBe(true);
    expect(inbox.state().thread?.thread?.ticket).toMatchObject(expected);
  });

  test('does not take a ticket from whoever was faster, and shows who has it now', async () => {
    const inbox = await open();
    // Another agent took it, and this inbox has not heard of it.
    const before = fake.kept.get('t1');
    if (!before) throw new Error('There is no such ticket.');
    fake.kept.set('t1', { ...before, ticket: { ...before.ticket, assignee: 'budi', version: 2 } });
    expect(await inbox.talk.act({ kind: 'assign', assignee: 'sari', version: 1 })).toBe(false);
    expect(inbox.state().notice).toMatchObject({ name: 'changed' });
    expect(inbox.state().thread?.thread?.ticket).toMatchObject({ assignee: 'budi', version: 2 });
    expect(fake.kept.get('t1')?.ticket.assignee).toBe('budi');
  });

  test('sends files along with the reply', async () => {
    const inbox = await open();
    await inbox.talk.attach([new File(['x'], 'layar.png', { type: 'image/png' })]);
    inbox.talk.write('Lihat gambar ini.');
    await inbox.sender.send();
    expect(sentReplies()[0]?.body).toMatchObject({ attachments: ['f1'] });
    expect(draftOf(inbox)?.files).toEqual([]);
  });

  test('keeps the draft when a file is refused, and says why', async () => {
    const inbox = await open();
    inbox.talk.write('Halo');
    fake.mood = { status: 415, body: { detail: 'It is no image.' } };
    await inbox.talk.attach([new File(['x'], 'layar.exe')]);
    expect(inbox.state().notice).toMatchObject({ name: 'file-refused', detail: 'It is no image.' });
    expect(draftOf(inbox)).toMatchObject({ reply: 'Halo', files: [] });
  });

  test('puts a macro and a draft where the caret is, and sends neither by itself', async () => {
    const inbox = await open();
    inbox.talk.write('Halo.');
    inbox.talk.point(5, 5);
    await inbox.talk.insertMacro('greeting');
    expect(draftOf(inbox)?.reply).toBe('Halo.\n\nSalam dari Sari.');
    await inbox.talk.insertDraft();
    expect(draftOf(inbox)?.reply).toContain('Coba ini.');
    expect(draftOf(inbox)?.guides).toEqual([{ problem: 'banking/a', form: 'short' }]);
    expect(sentReplies()).toEqual([]);
  });

  test('says who worded a draft, gives back what it took the place of, and keeps both on the device', async () => {
    const inbox = await open();
    fake.draft = { ...fake.draft, mode: 'model' };
    inbox.talk.write('Halo, mohon maaf.');
    inbox.talk.point(0, 17);
    await inbox.talk.insertDraft();
    expect(draftOf(inbox)).toMatchObject({ reply: 'Coba ini.', drafted: { by: 'model' } });
    const again = await open();
    again.talk.takeOutDraft();
    expect(draftOf(again)).toMatchObject({ reply: 'Halo, mohon maaf.', guides: [] });
    expect(draftOf(again)?.drafted).toBeUndefined();
  });

  test('puts a draft that comes late after what was written meanwhile, and leaves the caret there', async () => {
    const inbox = await open();
    inbox.talk.write('Halo');
    inbox.talk.point(4, 4);
    const drafting = inbox.talk.insertDraft();
    expect(inbox.state().thread?.awaited).toBeDefined();
    await inbox.talk.insertDraft();
    inbox.talk.write('Halo, saya Sari.');
    inbox.talk.point(5, 5);
    await drafting;
    expect(draftOf(inbox)?.reply).toBe('Halo, saya Sari.\n\nCoba ini.');
    expect(inbox.state().thread).toMatchObject({ caret: { at: 5, isLate: true } });
    expect(inbox.state().thread?.awaited).toBeUndefined();
    expect(fake.calls.filter(({ path }) => path.endsWith('/draft'))).toHaveLength(1);
  });

  test('never puts a draft that comes late into a note, nor into another ticket', async () => {
    fake.kept.set('t2', { ...thread, ticket: fakeTicket({ id: 't2' }) });
    const inbox = await open();
    const drafting = inbox.talk.insertDraft();
    inbox.talk.change({ mode: 'note' });
    inbox.talk.write('untuk kita');
    await drafting;
    expect(draftOf(inbox)).toMatchObject({ mode: 'note', note: 'untuk kita', reply: 'Coba ini.' });
    const elsewhere = inbox.talk.insertDraft();
    inbox.go({ part: 'talk', ticket: 't2' });
    await elsewhere;
    expect(draftOf(inbox)).toMatchObject({ reply: '', note: '' });
  });

  test('sends the guide of a draft along while its address stands there, by whatever name the site goes', async () => {
    const inbox = await open();
    const text = 'Coba ini: http://localhost:4321/g/fcbhh9m/';
    fake.draft = { ...fake.draft, text };
    await inbox.talk.insertDraft();
    await inbox.sender.send();
    expect(sentReplies().at(-1)?.body).toMatchObject({ guides: [{ problem: 'banking/a', form: 'short' }] });
    await inbox.talk.insertDraft();
    inbox.talk.write('Coba ini.');
    await inbox.sender.send();
    expect(sentReplies().at(-1)?.body).toMatchObject({ text: 'Coba ini.', guides: [] });
  });

  test('tells a draft that asks first from one of a guide', async () => {
    const inbox = await open();
    fake.draft = { text: 'Apa yang muncul di layar?', guides: [], mode: 'guide' };
    await inbox.talk.insertDraft();
    expect(draftOf(inbox)?.drafted?.by).toBe('question');
  });

  test('loses nothing when no draft can be had', async () => {
    const inbox = await open();
    inbox.talk.write('Halo');
    fake.mood = 'away';
    await inbox.talk.insertDraft();
    expect(inbox.state()).toMatchObject({
      notice: { name: 'no-draft' },
      thread: { draft: { reply: 'Halo' } },
    });
    expect(inbox.state().thread?.awaited).toBeUndefined();
  });

  test('says when a role may not do something, and changes nothing', async () => {
    const inbox = await open();
    fake.mood = { status: 403, body: { detail: 'This needs the role lead.' } };
    expect(await inbox.talk.act({ kind: 'hold' })).toBe(false);
    expect(inbox.state().notice).toMatchObject({ name: 'forbidden' });
    expect(inbox.state().thread?.thread?.ticket.status).toBe('new');
  });
});
