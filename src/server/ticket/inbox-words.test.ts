import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { FAKE_ORDER, openFakeTicketStore, type FakeTicketStore } from './fake-ticket-store.ts';
import type { InboxQuery, TicketOrder } from './tickets.ts';

const ANI = 'agent-ani';
const LIMIT_OF_TEXT = 20_000;

describe.each(TEST_DATABASES)('the words of an inbox in $name', ({ open, isThere }) => {
  let database: Database;
  let store: FakeTicketStore;
  beforeAll(async () => {
    if (isThere) database = await open();
  }, 60_000);
  beforeEach(async () => {
    if (!isThere) return;
    store = await openFakeTicketStore(database);
    await database.query('TRUNCATE ticket, attachment CASCADE');
  });
  afterAll(() => (isThere ? database.close() : undefined));

  const test = it.runIf(isThere);
  const opened = async (subject: string, order: Partial<TicketOrder> = {}) => {
    // One after the other, so that the deadlines tell the order.
    store.wait(60_000);
    const answer = await store.tickets.open({ ...FAKE_ORDER, subject, ...order });
    if (answer.kind !== 'opened') throw new Error(answer.kind);
    return answer;
  };
  const found = async (text: string, query: Partial<InboxQuery> = {}) =>
    (await store.desk.list({ view: 'all', agent: ANI, text, ...query })).tickets.map(
      ({ subject }) => subject,
    );

  test('find tickets by subject, messages, notes and mailbox', async () => {
    const bank = 'Transfer ke Bank Jago tertunda';
    const parcel = 'Paket tidak sampai';
    const { token, ticket } = await opened(bank, {
      text: 'Uang dari Mbak Rini belum masuk.',
      email: 'Siti.Aminah@Example.org',
    });
    await store.tickets.replyOwn(token, { text: 'My neighbour sees it; write to kakak@example.net.' });
    await store.desk.note(ANI, ticket.id, 'Sudah ditelepon cabang Wonosobo');
    await opened(parcel, { text: 'Kurirnya bilang sudah diterima.' });
    const expected: readonly (readonly [string, readonly string[]])[] = [
      ['jago TRANSFER', [bank]],
      ['JÁGO', [bank]],
      ['tertun', [bank]],
      ['rini', [bank]],
      ['transfer rini neighbour wonosobo', [bank]],
      ['siti.aminah@EXAMPLE', [bank]],
      ['<siti.aminah@example.org>,', [bank]],
      ['aminah', [bank]],
      ['kakak@example.net', [bank]],
      ['kurir', [parcel]],
      ['jago kurir', []],
      ['aminah@example.org', []],
      ['   ', [bank, parcel]],
    ];
    for (const [text, subjects] of expected) expect([text, await found(text)]).toEqual([text, subjects]);
  });

  test('find a reference however it is written, and by its beginning', async () => {
    const { reference } = (await opened('one')).ticket;
    const digits = reference.replace('-', '');
    for (const text of [
      reference,
      ` #${digits} `,
      digits.slice(0, 6),
      reference.slice(0, 5),
      `one ${reference}`,
    ]) {
      expect([text, await found(text)]).toEqual([text, ['one']]);
    }
  });

  test('forgive one typing error a word, where nothing is found as it was typed', async () => {
    await opened('Transfer tertunda', { text: 'ke rekening 1234567' });
    const mistyped = ['trnasfer', 'transfr tertumda', 'transsfer', 'ransfer', 'transger rekning'];
    for (const text of mistyped) expect([text, await found(text)]).toEqual([text, ['Transfer tertunda']]);
    const others = ['trnsafre', '1234568', 'trnasfer kurir'];
    for (const text of others) expect([text, await found(text)]).toEqual([text, []]);
    await opened('Trnasfer');
    expect(await found('trnasfer')).toEqual(['Trnasfer']);
  });

  test('page through what is near as through what is the same, and never from one into the other', async () => {
    for (const subject of ['paket satu', 'paket dua', 'paket tiga', 'palet']) await opened(subject);
    const pages = async (text: string) => {
      const first = await store.desk.list({ view: 'all', agent: ANI, text, limit: 2 });
      const second = await found(text, { after: first.next ?? '' });
      return [first.tickets.length, second.length];
    };
    expect(await pages('pakett')).toEqual([2, 1]);
    expect(await pages('paket')).toEqual([2, 1]);
    const { next } = await store.desk.list({ view: 'all', agent: ANI, text: 'paket', limit: 2 });
    await database.query("DELETE FROM ticket WHERE subject = 'paket tiga'");
    expect(await found('paket', { after: next ?? '' })).toEqual([]);
  });

  test('are gone with a reply that is taken back, and with the ticket', async () => {
    const { ticket } = await opened('one');
    const replied = await store.desk.reply(ANI, ticket.id, { text: 'Salah kirim', version: 1 });
    expect(await found('salah')).toEqual(['one']);
    if (replied.kind === 'done') await store.desk.withdraw(ANI, replied.value.id);
    expect(await found('salah')).toEqual([]);
    expect(await found('one')).toEqual(['one']);
    await database.query('DELETE FROM ticket');
    expect(await database.query('SELECT * FROM ticket_words')).toEqual([]);
  });

  test('are caught up with for tickets that are older, and whatever is written meanwhile stays', async () => {
    for (let n = 0; n < 3; n++) await opened(`lama ${n}`, { text: 'isi pertama' });
    const { token } = await opened('lama 3', { text: 'isi pertama' });
    await database.query('DELETE FROM ticket_words');
    await store.tickets.replyOwn(token, { text: 'tambahan' });
    expect(await found('pertama')).toEqual([]);
    expect(await store.tidy()).toBe(4);
    expect(await found('pertama')).toHaveLength(4);
    expect(await found('pertama tambahan')).toEqual(['lama 3']);
    expect(await store.tidy()).toBe(0);
  });

  test('have an end, whatever is written into one ticket', async () => {
    const { token } = await opened('one');
    for (let n = 0; n < 4; n++) {
      const words = Array.from({ length: 3_000 }, (_, place) =>
        (n * 3_000 + place).toString(36).padStart(4, '\u{10400}'),
      );
      const text = words.join(' ').slice(0, LIMIT_OF_TEXT);
      expect(await store.tickets.replyOwn(token, { text })).toMatchObject({ kind: 'replied' });
    }
    const [row] = await database.query('SELECT length(words) AS words FROM ticket_words');
    expect(row?.['words']).toBeLessThanOrEqual(6_000);
    expect(await found('one')).toEqual(['one']);
  });

  test.each([
    "'; DROP TABLE ticket; --",
    "a' | b",
    '!a & (b <-> c):*',
    '\0',
    'a\0b',
    '\\',
    "\\' @ \\'",
    "o'brien\\@example.org",
    '%_%',
    '@',
    '🙂',
    '🙂'.repeat(500),
    '\ud800@\udfff',
    'kata '.repeat(5_000),
    'x'.repeat(100_000),
    '@'.repeat(100_000),
    `${'-'.repeat(100_000)}@a`,
    Array.from({ length: 40 }, (_, n) => 'abcdefghijklmnop'.slice(n % 10)).join(' '),
  ])('are read from anything: %j', async (text) => {
    await opened('one', { text: text.slice(0, LIMIT_OF_TEXT) });
    expect(await found(text)).toBeDefined();
    expect(await found('one')).toEqual(['one']);
  });

  test('are read from anything that can be typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        expect(await found(text)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
