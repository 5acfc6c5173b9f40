import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeOutbox } from '../outbox/fake-outbox.ts';
import { DatabaseGoneError, type Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { openFakeTicketStore, type FakeTicketStore } from '../ticket/fake-ticket-store.ts';
import { openDelivery } from './delivery.ts';
import { startFakeImapServer, type FakeImapServer } from './fake-imap-server.ts';
import { createFakeMailer } from './fake-mailer.ts';
import type { Tickets } from '../ticket/index.ts';
import { createMailHealth } from './mail-health.ts';
import { createPost } from './post.ts';
import { receiveMail } from './receive-mail.ts';

const PATIENCE = { timeout: 15_000, interval: 20 };
const SITE = 'https://help.example.org';

const write = (changes: Readonly<Record<string, string>> = {}, text = 'Saldo saya belum masuk.') => {
  const headers = {
    From: 'Siti <siti@example.org>',
    To: 'bantuan@example.org',
    Subject: 'Saldo hilang',
    'Message-ID': '<satu@example.org>',
    ...changes,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\r\n')}\r\n\r\n${text}\r\n`;
};

describe.each(TEST_DATABASES)('mail that arrives, over $name', ({ open, isThere }) => {
  let database: Database;
  let store: FakeTicketStore;
  let server: FakeImapServer;
  let stored: string[];
  const lines: string[] = [];
  const receivers: { stop(): Promise<void> }[] = [];

  const start = (tickets = store.tickets) => {
    const receiver = receiveMail(database, {
      mail: { imapUrl: server.url, from: 'Bantuan <bantuan@example.org>' },
      siteUrl: SITE,
      tickets,
      attachments: {
        store(file) {
          stored.push(file.name);
          return Promise.resolve({ kind: 'refused', reason: 'type' });
        },
      },
      health: createMailHealth((line) => lines.push(line)),
      now: () => store.now,
      log: (line) => lines.push(line),
    });
    receivers.push(receiver);
    return receiver;
  };
  /** Waits until a receiver has looked at the mailbox for the first time. */
  const started = async (tickets?: Tickets) => {
    const receiver = start(tickets);
    await vi.waitFor(async () => {
      expect(await database.query("SELECT box FROM mail_box WHERE uid_validity <> ''")).toHaveLength(1);
    }, PATIENCE);
    return receiver;
  };
  const listed = async () => (await store.desk.list({ view: 'all', agent: 'ani' })).tickets;
  const waitForTickets = async (count: number) => {
    await vi.waitFor(async () => {
      expect(await listed()).toHaveLength(count);
    }, PATIENCE);
    return listed();
  };

  beforeAll(async () => {
    if (isThere) database = await open();
  }, 60_000);
  afterAll(() => (isThere ? database.close() : undefined));
  beforeEach(async () => {
    if (!isThere) return;
    stored = [];
    lines.length = 0;
    server = await startFakeImapServer();
    store = await openFakeTicketStore(database);
    const outbox = createFakeOutbox();
    store.effects = createPost({ outbox, now: () => store.now }).effects;
    await openDelivery(database, {
      mailer: createFakeMailer(),
      ...store,
      siteUrl: SITE,
      ticketUrl: () => SITE,
      nameGuide: () => Promise.resolve(undefined),
      now: () => store.now,
    });
    await database.query('TRUNCATE ticket, letter, mail_taken, mail_box CASCADE');
  });
  afterEach(async () => {
    await Promise.all(receivers.splice(0).map((receiver) => receiver.stop()));
    if (isThere) await server.close();
  });

  it.skipIf(!isThere)('is no request when it answers a letter about deadlines', async () => {
    await started();
    const References = '<deadline-1.letter@help.example.org>';
    server.deliver(write({ From: 'ani@example.org', References }));
    server.deliver(write({ From: 'ani@example.org', 'Message-ID': '<dua@example.org>' }));
    server.deliver(write({ 'Message-ID': '<tiga@example.org>', References: '<1.letter@help.example.org>' }));
    const tickets = await waitForTickets(2);
    expect(tickets.map(({ email }) => email).sort()).toEqual(['ani@example.org', 'siti@example.org']);
  });

  it.skipIf(!isThere)(
    'opens a ticket, takes the answer into it, and leaves alone what lay there before',
    async () => {
      server.deliver(write({ 'Message-ID': '<lama@example.org>' }));
      await started();
      server.deliver(write());
      const [ticket] = await waitForTickets(1);
      expect(ticket).toMatchObject({
        subject: 'Saldo hilang',
        channel: 'mail',
        email: 'siti@example.org',
        lang: 'id',
        status: 'new',
      });
      const id = ticket?.id ?? '';
      server.deliver(
        write(
          {
            From: 'SITI@example.org',
            'Message-ID': '<dua@example.org>',
            'In-Reply-To': `<m1.${id}@help.example.org>`,
            References: `<ticket.${id}@help.example.org> <m1.${id}@help.example.org>`,
          },
          'Sudah masuk, terima kasih.',
        ),
      );
      await vi.waitFor(async () => {
        expect((await store.desk.read(id))?.messages.map(({ text }) => text)).toEqual([
          'Saldo saya belum masuk.',
          'Sudah masuk, terima kasih.',
        ]);
      }, PATIENCE);
      expect(await listed()).toHaveLength(1);
      expect(lines).toEqual([]);
    },
  );

  it.skipIf(!isThere)('takes the reference in a subject from the mailbox of the ticket alone', async () => {
    await started();
    server.deliver(write());
    const [first] = await waitForTickets(1);
    const subject = `Re: Saldo hilang [#${first?.reference ?? ''}]`;
    server.deliver(write({ Subject: subject, 'Message-ID': '<dua@example.org>' }, 'Dari Siti.'));
    server.deliver(
      write(
        { Subject: subject, 'Message-ID': '<tiga@example.org>', From: 'other@example.com' },
        'Bukan Siti.',
      ),
    );
    server.deliver(
      write(
        {
          'Message-ID': '<empat@example.org>',
          From: 'other@example.com',
          'In-Reply-To': `<ticket.${first?.id ?? ''}@help.example.org>`,
        },
        'Juga bukan.',
      ),
    );
    const all = await waitForTickets(3);
    const thread = await store.desk.read(first?.id ?? '');
    expect(thread?.messages.map(({ text }) => text)).toEqual(['Saldo saya belum masuk.', 'Dari Siti.']);
    expect(all.filter(({ email }) => email === 'other@example.com')).toHaveLength(2);
  });

  it.skipIf(!isThere)(
    'takes a mail once: sent twice, read by two, numbered anew',
    async () => {
      await started();
      await started();
      server.deliver(write());
      server.deliver(write());
      await waitForTickets(1);
      await vi.waitFor(() => {
        expect(server.fetched).toBe(2);
      }, PATIENCE);
      server.renumber(2);
      server.drop();
      server.deliver(write({ 'Message-ID': '<dua@example.org>' }, 'Yang kedua.'));
      await waitForTickets(2);
      expect(await database.query('SELECT uid_validity FROM mail_box')).toEqual([{ uid_validity: '2' }]);
    },
    40_000,
  );

  it.skipIf(!isThere)(
    'goes on where it was after it was away, and after the connection broke',
    async () => {
      const first = await started();
      server.deliver(write());
      await waitForTickets(1);
      await first.stop();
      server.deliver(write({ 'Message-ID': '<dua@example.org>' }));
      store.wait(60_000);
      start();
      await waitForTickets(2);
      server.drop();
      server.deliver(write({ 'Message-ID': '<tiga@example.org>' }));
      await waitForTickets(3);
      expect(server.fetched).toBe(3);
    },
    40_000,
  );

  it.skipIf(!isThere)(
    'holds the sixth ticket of a mailbox within an hour, so that no loop goes on',
    async () => {
      await started();
      for (let place = 0; place < 6; place++) {
        server.deliver(write({ 'Message-ID': `<${place}@example.org>` }));
      }
      await vi.waitFor(async () => {
        expect((await store.desk.list({ view: 'held', agent: 'ani' })).tickets).toHaveLength(1);
      }, PATIENCE);
      expect(await listed()).toHaveLength(5);
      expect(await database.query('SELECT id FROM letter')).toHaveLength(5);
    },
  );

  it.skipIf(!isThere)('hides secrets, takes few of many attachments, and says what it left out', async () => {
    await started();
    const part = (place: number) =>
      `--b\r\nContent-Type: text/plain; name="f${place}.txt"\r\nContent-Disposition: attachment; filename="f${place}.txt"\r\n\r\nx\r\n`;
    const bomb = [
      '--b\r\nContent-Type: text/plain\r\n\r\nPIN saya 482917, saldo belum masuk.\r\n',
      ...Array.from({ length: 300 }, (_, place) => part(place)),
      '--b--\r\n',
    ].join('');
    server.deliver(write({ 'Content-Type': 'multipart/mixed; boundary=b', 'MIME-Version': '1.0' }, bomb));
    const [ticket] = await waitForTickets(1);
    const text = (await store.desk.read(ticket?.id ?? ''))?.messages[0]?.text ?? '';
    expect(text).not.toContain('482917');
    expect(text).toContain('saldo belum masuk');
    expect(text).toContain('[300 lampiran tidak ikut');
    expect(stored).toHaveLength(10);
  });

  it.skipIf(!isThere)('reads the beginning of a mail that is enormous', async () => {
    await started();
    server.deliver(write({}, `Halo.\r\n${'x'.repeat(70)}\r\n`.repeat(500_000)));
    const [ticket] = await waitForTickets(1);
    const text = (await store.desk.read(ticket?.id ?? ''))?.messages[0]?.text ?? '';
    expect(text).toContain('Halo.');
    expect(text).toContain('Email ini lebih panjang');
  });

  it.skipIf(!isThere)(
    'says once that nobody answers, and once that somebody does again, without the address',
    async () => {
      await server.close();
      const { port } = server;
      let attempts = 0;
      const away = createServer((socket) => {
        attempts += 1;
        socket.destroy();
      }).listen(port, '127.0.0.1');
      start();
      await vi.waitFor(() => {
        expect(attempts).toBe(2);
      }, PATIENCE);
      away.close();
      expect(lines).toEqual([expect.stringMatching(/"error".*IMAP_URL does not answer/)]);
      server = await startFakeImapServer({}, port);
      await vi.waitFor(() => {
        expect(lines.slice(1)).toEqual([expect.stringContaining('read again')]);
      }, PATIENCE);
      expect(lines.join('')).not.toMatch(/bantuan|rahasia|127\.0/);
    },
    30_000,
  );

  it.skipIf(!isThere)(
    'says what to do when its password is wrong, and does not come with it again',
    async () => {
      await server.close();
      server = await startFakeImapServer({ password: 'lain' });
      start();
      await vi.waitFor(() => {
        expect(lines).toEqual([expect.stringMatching(/IMAP_URL does not take its user and password/)]);
      }, PATIENCE);
      await new Promise((resolve) => setTimeout(resolve, 2_200));
      expect(server.told).toHaveLength(1);
    },
  );

  it.skipIf(!isThere)(
    'says once that a mail cannot be kept, and takes it when it can',
    async () => {
      let isBroken = true;
      const { tickets } = store;
      await started({
        ...tickets,
        open: (order, repeatable) =>
          isBroken ? Promise.reject(new DatabaseGoneError(undefined)) : tickets.open(order, repeatable),
      });
      server.deliver(write());
      await vi.waitFor(() => {
        expect(lines).toEqual([expect.stringMatching(/cannot be kept now \(DatabaseGoneError\)/)]);
      }, PATIENCE);
      isBroken = false;
      await waitForTickets(1);
      await vi.waitFor(() => {
        expect(lines.slice(1)).toEqual([expect.stringContaining('read again')]);
      }, PATIENCE);
    },
    30_000,
  );
});
