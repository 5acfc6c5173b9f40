import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations, type Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { openFakeTicketStore, type FakeTicketStore } from '../ticket/fake-ticket-store.ts';
import { draftFolder, noteDraft } from './guide-drafts.ts';
import { eraseSubject, exportSubject } from './subject-data.ts';

const NOW = new Date('2026-11-25T04:00:00Z');

describe.each(TEST_DATABASES)('the data of a reader on $name', ({ open, isThere }) => {
  let database: Database;
  let store: FakeTicketStore;
  let folder: string;
  beforeAll(async () => {
    if (!isThere) return;
    folder = await mkdtemp(path.join(tmpdir(), 'pandu-drafts-'));
    database = await open();
    await applyMigrations(database, 'conversation', `${import.meta.dirname}/../conversation/migration`);
    store = await openFakeTicketStore(database);
  });
  beforeEach(async () => {
    if (isThere) await database.execute('DELETE FROM ticket; DELETE FROM conversation');
  });
  afterAll(async () => {
    if (!isThere) return;
    await database.close();
    await rm(folder, { recursive: true });
  });

  async function openTicket(email: string, text: string, conversation?: string) {
    const opened = await store.tickets.open({
      lang: 'id',
      subject: 'Saldo hilang',
      text,
      channel: 'contact',
      email,
      ...(conversation !== undefined && { conversation }),
    });
    if (opened.kind !== 'opened') throw new Error('No ticket.');
    return opened;
  }

  async function attach(ticket: string) {
    await database.query(
      `INSERT INTO attachment (id, ticket, name, type, bytes, created_at) VALUES ('file', $1, 'a.png', 'image/png', 3, $2)`,
      [ticket, NOW],
    );
    await database.query(`INSERT INTO attachment_content VALUES ('file', decode('010203', 'hex'))`);
  }

  async function keepConversation(id: string) {
    await database.query(
      `INSERT INTO conversation (id, secret_hash, lang, conversation, revision, version, state, outcome, masked, requests,
        created_at, updated_at, expires_at) VALUES ($1, 'hash', 'id', '{}', 0, 0, 'ask', 'unknown', '{}', '[]', $2, $2, $2)`,
      [id, NOW],
    );
  }

  it.skipIf(!isThere)(
    'is copied with messages, files and conversation, and nobody else’s is in it',
    async () => {
      await keepConversation('talk');
      const { ticket } = await openTicket('Pembaca@example.org', 'Uang saya hilang', 'talk');
      await attach(ticket.id);
      await openTicket('lain@example.org', 'Rahasia orang lain');
      const copy = await exportSubject(database, { email: 'pembaca@EXAMPLE.org' }, NOW);
      expect(copy.tickets).toMatchObject([
        {
          reference: ticket.reference,
          messages: [{ text: 'Uang saya hilang' }],
          attachments: [{ name: 'a.png', content: 'AQID' }],
          events: [{ verb: 'opened' }],
        },
      ]);
      expect(copy.conversations).toMatchObject([{ id: 'talk' }]);
      expect(JSON.stringify(copy)).not.toMatch(/Rahasia|secret_hash|opening_key/);
    },
  );

  it.skipIf(!isThere)('can be copied by one ticket, without the others of the mailbox', async () => {
    const { ticket } = await openTicket('pembaca@example.org', 'Pertama');
    await openTicket('pembaca@example.org', 'Kedua');
    const copy = await exportSubject(database, { ticket: ticket.id }, NOW);
    expect(copy.tickets).toHaveLength(1);
    expect(JSON.stringify(copy)).not.toContain('Kedua');
  });

  it.skipIf(!isThere)('is erased wholly, files included, and nobody else’s is touched', async () => {
    await keepConversation('talk');
    const { ticket, token } = await openTicket('pembaca@example.org', 'Uang saya hilang', 'talk');
    await attach(ticket.id);
    const other = await openTicket('lain@example.org', 'Punya orang lain');
    await expect(eraseSubject(database, folder, { email: 'PEMBACA@example.org' })).resolves.toEqual({
      tickets: 1,
      conversations: 1,
      letters: 0,
      drafts: 0,
    });
    const left = async (table: string) => database.query(`SELECT * FROM ${table}`);
    for (const table of ['attachment', 'attachment_content', 'conversation']) {
      expect(await left(table)).toEqual([]);
    }
    for (const table of ['ticket', 'ticket_message', 'ticket_event', 'ticket_access']) {
      expect(await left(table)).toHaveLength(1);
    }
    expect(await store.tickets.readOwn(token)).toBeUndefined();
    expect(await store.tickets.readOwn(other.token)).toBeDefined();
  });

  it.skipIf(!isThere)('is erased with the drafts of guides that came from it, and no others', async () => {
    const { ticket } = await openTicket('pembaca@example.org', 'Uang saya hilang');
    const other = await openTicket('lain@example.org', 'Punya orang lain');
    const lay = async (id: string, guide: string) => {
      await noteDraft(folder, id, guide);
      await mkdir(path.join(draftFolder(folder), guide), { recursive: true });
      await writeFile(path.join(draftFolder(folder), guide, 'id.md'), 'Uang saya hilang');
    };
    for (const guide of ['banking/one', 'banking/two']) await lay(ticket.id, guide);
    await lay(other.ticket.id, 'banking/other');
    // Nothing outside the folder of drafts is ever reached.
    await noteDraft(folder, ticket.id, '../../keep');
    await mkdir(path.join(folder, 'keep'), { recursive: true });
    expect(await eraseSubject(database, folder, { email: 'pembaca@example.org' })).toMatchObject({
      drafts: 2,
    });
    expect(await readdir(path.join(draftFolder(folder), 'banking'))).toEqual(['other']);
    expect(await readdir(path.join(draftFolder(folder), '.from'))).toEqual([other.ticket.id]);
    expect(await readdir(folder)).toContain('keep');
  });

  it.skipIf(!isThere)('of a mailbox that nobody knows is nothing, and quotes in it do no harm', async () => {
    await openTicket('pembaca@example.org', 'Uang saya hilang');
    const email = `' OR '1'='1`;
    expect((await exportSubject(database, { email }, NOW)).tickets).toEqual([]);
    expect(await eraseSubject(database, folder, { email })).toEqual({
      tickets: 0,
      conversations: 0,
      letters: 0,
      drafts: 0,
    });
  });
});
