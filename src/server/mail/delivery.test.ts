import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFakeOutbox, type FakeOutbox } from '../outbox/fake-outbox.ts';
import type { Attempt, Jobs } from '../outbox/index.ts';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { openFakeTicketStore, type FakeTicketStore } from '../ticket/fake-ticket-store.ts';
import type { TicketOrder } from '../ticket/index.ts';
import { openDelivery, type Delivery } from './delivery.ts';
import { createFakeMailer, type FakeMailer } from './fake-mailer.ts';
import { MailError, MailRefusedError } from './mailer.ts';
import { createPost, type Post } from './post.ts';

const NAMELESS: TicketOrder = {
  lang: 'id',
  subject: 'Transfer tertunda',
  text: 'Sudah dua hari.',
  channel: 'contact',
};
const ORDER: TicketOrder = { ...NAMELESS, email: 'siti@example.org' };

describe.each(TEST_DATABASES)('mail about tickets in $name', ({ open, isThere }) => {
  let database: Database;
  let store: FakeTicketStore;
  let outbox: FakeOutbox;
  let mailer: FakeMailer;
  let post: Post;
  let delivery: Delivery;
  beforeAll(async () => {
    if (isThere) database = await open();
  }, 60_000);
  afterAll(() => (isThere ? database.close() : undefined));
  beforeEach(async () => {
    if (!isThere) return;
    store = await openFakeTicketStore(database);
    outbox = createFakeOutbox();
    mailer = createFakeMailer();
    post = createPost({ outbox, now: () => store.now });
    store.effects = post.effects;
    delivery = await openDelivery(database, {
      mailer,
      ...store,
      siteUrl: 'https://help.example.org',
      ticketUrl: (lang, token) => `https://help.example.org/${lang}/${token}/`,
      nameGuide: (_, problem) =>
        Promise.resolve(
          problem === 'banking/scam'
            ? { title: 'Uang ditipu', url: 'https://help.example.org/g/x/' }
            : undefined,
        ),
      now: () => store.now,
    });
    await database.query('TRUNCATE ticket, letter, mail_taken CASCADE');
  });
  const opened = async (order: Partial<TicketOrder> = {}) => {
    const answer = await store.tickets.open({ ...ORDER, ...order });
    if (answer.kind !== 'opened') throw new Error(answer.kind);
    return answer.ticket;
  };
  const reply = async (ticket: string, text: string) => {
    const found = await store.tickets.findById(ticket);
    const guides = [{ problem: 'banking/scam', form: 'link' as const }];
    const replied = await store.desk.reply('ani', ticket, { text, version: found?.version ?? 0, guides });
    if (replied.kind !== 'done') throw new Error(replied.kind);
    return replied.value;
  };

  it.skipIf(!isThere)(
    'says that a ticket was taken, once, with a link that opens it, and keeps no letter',
    async () => {
      const ticket = await opened();
      await database.transaction((session) => post.receipt(session, ticket));
      await outbox.run(delivery.handlers);
      expect(mailer.sent).toHaveLength(1);
      const [mail] = mailer.sent;
      expect(mail).toMatchObject({
        to: 'siti@example.org',
        subject: `Pesan Anda sudah kami terima [#${ticket.reference}]`,
        messageId: `<ticket.${ticket.id}@help.example.org>`,
        isAutomatic: true,
      });
      const token = /help\.example\.org\/id\/([^/]+)\//.exec(mail?.text ?? '')?.[1] ?? '';
      expect((await store.tickets.readOwn(token))?.ticket.id).toBe(ticket.id);
      expect(mail?.text).toMatch(/paling lambat .+ WIB/);
      expect(await database.query('SELECT id FROM letter')).toEqual([]);
    },
  );

  it.skipIf(!isThere)(
    'writes to nobody about a ticket without a mailbox, or one that is held until it is released',
    async () => {
      await store.tickets.open(NAMELESS);
      const held = await opened({ suspicions: ['links'] });
      await outbox.run(delivery.handlers);
      expect(mailer.sent).toEqual([]);
      await store.desk.release('ani', held.id);
      await outbox.run(delivery.handlers);
      expect(mailer.sent.map(({ subject }) => subject)).toEqual([
        `Pesan Anda sudah kami terima [#${held.reference}]`,
      ]);
    },
  );

  it.skipIf(!isThere)(
    'sends an answer in the thread, with its guides, for the moment from which it stands',
    async () => {
      const ticket = await opened();
      const first = await reply(ticket.id, 'Coba <langkah> ini.');
      expect(outbox.queued.at(-1)?.options.startAfter).toEqual(first.sendAt);
      store.wait(11_000);
      await outbox.run(delivery.handlers);
      const second = await reply(ticket.id, 'Sudah berhasil?');
      store.wait(11_000);
      await outbox.run(delivery.handlers);
      const [, one, two] = mailer.sent;
      expect(one).toMatchObject({
        subject: `Re: Transfer tertunda [#${ticket.reference}]`,
        messageId: `<${first.id}.${ticket.id}@help.example.org>`,
        references: [`<ticket.${ticket.id}@help.example.org>`],
        isAutomatic: false,
      });
      expect(one?.text).toContain(
        'Coba <langkah> ini.\n\nPanduan untuk Anda:\nUang ditipu\nhttps://help.example.org/g/x/',
      );
      expect(one?.html).toContain('Coba &lt;langkah&gt; ini.');
      expect(one?.html).toContain('<a href="https://help.example.org/g/x/">');
      expect(two?.messageId).toBe(`<${second.id}.${ticket.id}@help.example.org>`);
      expect(two?.references).toEqual([
        `<ticket.${ticket.id}@help.example.org>`,
        `<${first.id}.${ticket.id}@help.example.org>`,
      ]);
    },
  );

  it.skipIf(!isThere)('does not send what was taken back, and waits while it still can be', async () => {
    const ticket = await opened();
    await outbox.run(delivery.handlers);
    const message = await reply(ticket.id, 'Belum jadi.');
    await expect(outbox.run(delivery.handlers)).rejects.toThrow(MailError);
    expect((await store.desk.withdraw('ani', message.id)).kind).toBe('done');
    store.wait(11_000);
    await outbox.run(delivery.handlers);
    expect(mailer.sent).toHaveLength(1);
  });

  it.skipIf(!isThere)('sends the same answer once, however often it is told to', async () => {
    const ticket = await opened();
    const message = await reply(ticket.id, 'Halo.');
    store.wait(11_000);
    const job = { ticket: ticket.id, message: message.id };
    const first = { wasTaken: false, taken: () => undefined };
    mailer.fault = new MailError('away');
    await expect(delivery.handlers['mail-message'](job, first)).rejects.toThrow('away');
    mailer.fault = undefined;
    await delivery.handlers['mail-message'](job, first);
    await delivery.handlers['mail-message'](job, first);
    expect(mailer.sent).toHaveLength(1);
  });

  it.skipIf(!isThere)(
    'notes, and does not send again, what the server took in the moment when the process died',
    async () => {
      const ticket = await opened();
      await reply(ticket.id, 'Halo.');
      await post.code(database, 'siti@example.org', 'id', '482917');
      store.wait(11_000);
      const die = () => {
        throw new RangeError('Killed.');
      };
      const runAll = async (attempt: Attempt) => {
        for (const { name, job } of outbox.queued) {
          // A kind and its payload are queued together.
          await delivery.handlers[name as 'mail-letter'](job as Jobs['mail-letter'], attempt).catch(
            (fault: unknown) => {
              expect(fault).toBeInstanceOf(RangeError);
            },
          );
        }
      };
      await runAll({ wasTaken: false, taken: die });
      expect(mailer.sent).toHaveLength(3);
      expect(await database.query('SELECT state FROM mail_message')).toEqual([{ state: 'sending' }]);
      await runAll({ wasTaken: true, taken: die });
      expect(mailer.sent).toHaveLength(3);
      expect(await database.query('SELECT state FROM mail_message')).toEqual([{ state: 'sent' }]);
      expect(await database.query('SELECT id FROM letter')).toEqual([]);
    },
  );

  it.skipIf(!isThere)('tells agents when a mailbox refuses for good, once, and asks no more', async () => {
    const ticket = await opened({ email: 'nobody@example.org' });
    await reply(ticket.id, 'Halo.');
    store.wait(11_000);
    mailer.fault = new MailRefusedError('no');
    await outbox.run(delivery.handlers);
    const thread = await store.desk.read(ticket.id);
    const notes = thread?.messages.filter(({ kind }) => kind === 'note') ?? [];
    // The receipt and the answer.
    expect(notes).toHaveLength(2);
    expect(notes[0]?.text).toContain('tidak sampai');
    expect(thread?.events.filter(({ detail }) => detail['mail'] === 'refused')).toHaveLength(2);
    expect(outbox.queued).toEqual([]);
  });

  it.skipIf(!isThere)(
    'sends a code and an invitation, not a code that came too late, and keeps none',
    async () => {
      await post.code(database, 'siti@example.org', 'en', '482917');
      await post.invitation(
        database,
        'budi@example.org',
        'id',
        'https://help.example.org/agent/mulai/?token=x',
      );
      await post.invitation(database, 'citra@example.org', null, 'https://help.example.org/c');
      await post.password(database, 'dewi@example.org', 'en', 'https://help.example.org/d');
      await outbox.run(delivery.handlers);
      expect(mailer.sent.map(({ to, subject }) => [to, subject])).toEqual([
        ['siti@example.org', 'The code for opening your conversation'],
        ['budi@example.org', 'Undangan menjadi petugas'],
        ['citra@example.org', 'Undangan menjadi petugas / An invitation to be an agent'],
        ['dewi@example.org', 'A link for a new password'],
      ]);
      expect(mailer.sent[0]?.text).toContain('482917');
      expect(mailer.sent[1]?.text).toContain('https://help.example.org/agent/mulai/?token=x&lang=id\n');
      expect(mailer.sent[2]?.text.match(/https:\S+/g)).toEqual([
        'https://help.example.org/c?lang=id',
        'https://help.example.org/c?lang=en',
      ]);
      await post.code(database, 'siti@example.org', 'en', '111111');
      store.wait(2 * 3_600_000);
      await outbox.run(delivery.handlers);
      expect(mailer.sent).toHaveLength(4);
      expect(await database.query('SELECT id FROM letter')).toEqual([]);
    },
  );

  it.skipIf(!isThere)(
    'forgets letters that never went out, and what hangs on a ticket that is erased',
    async () => {
      const ticket = await opened();
      await reply(ticket.id, 'Halo.');
      store.wait(11_000);
      await outbox.run(delivery.handlers);
      expect(await database.query('SELECT state FROM mail_message')).toEqual([{ state: 'sent' }]);
      await post.code(database, 'siti@example.org', 'id', '1');
      await opened();
      await database.query('DELETE FROM ticket');
      expect(await database.query('SELECT state FROM mail_message')).toEqual([]);
      expect(await database.query('SELECT kind FROM letter')).toEqual([{ kind: 'code' }]);
      store.wait(4 * 86_400_000);
      await delivery.expire();
      expect(await database.query('SELECT kind FROM letter')).toEqual([]);
    },
  );
});
