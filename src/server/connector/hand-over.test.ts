import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import type { Database } from '../database/index.ts';
import { createAskOutward } from '../outward/index.ts';
import type { Ticket, TicketMessage } from '../ticket/index.ts';
import { chatwootConnector } from './chatwoot-connector.ts';
import type { Connector } from './connector.ts';
import { startFakeChatwoot, startFakeZammad, type FakeDesk } from './fake-desks.ts';
import { openHandOver } from './hand-over.ts';
import { zammadConnector } from './zammad-connector.ts';

const ask = createAskOutward({ networks: ['127.0.0.1'] });
const HOSTILE = '<script>alert(1)</script>\r\nBcc: other@example.org\n{{constructor}} "quotes" \u202e';

const DESKS = [
  {
    name: 'Chatwoot',
    start: startFakeChatwoot,
    connect: (url: string, token = 'token'): Connector =>
      chatwootConnector({ url, account: '1', inbox: '3', token }, ask),
    steps: 8,
  },
  {
    name: 'Zammad',
    start: startFakeZammad,
    connect: (url: string, token = 'token'): Connector =>
      zammadConnector({ url, token, group: 'Bantuan' }, ask),
    steps: 4,
  },
];

function ticketOf(changes: Partial<Ticket> = {}): Ticket {
  const at = new Date('2026-11-25T02:00:00Z');
  return {
    id: 'AbC-123',
    reference: '4829-1735',
    lang: 'id',
    subject: 'Saldo hilang',
    status: 'new',
    priority: 'high',
    channel: 'assistant',
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...changes,
  };
}

function said(id: string, text: string, kind: TicketMessage['kind'] = 'reader'): TicketMessage {
  const at = new Date('2026-11-25T02:00:00Z');
  return { id, ticket: 'AbC-123', kind, text, createdAt: at, sendAt: at, guides: [], attachments: [] };
}

describe.each(TEST_DATABASES)('a hand-over, kept on $name', ({ open, isThere }) => {
  let database: Database;
  const fakes: FakeDesk[] = [];
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    // The table that links hang on; the tickets themselves come from the test.
    await database.execute('CREATE TABLE ticket (id text PRIMARY KEY)');
    await database.query('INSERT INTO ticket VALUES ($1)', ['AbC-123']);
  }, 60_000);
  afterEach(async () => {
    if (isThere) await database.execute('DROP TABLE connector_link; DELETE FROM migration');
    await Promise.all(fakes.splice(0).map((fake) => fake.close()));
  });
  afterAll(async () => {
    if (isThere) await database.close();
  });

  async function begin(
    { start, connect }: (typeof DESKS)[number],
    messages: readonly TicketMessage[],
    changes: Partial<Ticket> = {},
  ) {
    const fake = await start();
    fakes.push(fake);
    const thread = { ticket: ticketOf(changes), messages: [...messages] };
    const desk = { read: () => Promise.resolve({ ...thread, events: [] }) };
    let time = Date.parse('2026-11-25T02:00:00Z');
    const handOver = await openHandOver(database, connect(fake.url), {
      desk,
      now: () => new Date((time += 1000)),
    });
    return { fake, thread, bring: () => handOver.bring('AbC-123'), wait: (ms: number) => (time += ms) };
  }

  describe.skipIf(!isThere).each(DESKS)('to $name', (desk) => {
    it('brings what the reader wrote, and no note of an agent', async () => {
      const { fake, bring } = await begin(desk, [said('m1', HOSTILE), said('m2', 'Rahasia', 'note')]);
      await bring();
      expect(fake.tickets).toMatchObject([{ texts: [HOSTILE] }]);
      expect(JSON.stringify(fake.tickets[0]?.about)).toContain('4829-1735');
    });

    it('adds what the reader writes later, and nothing twice', async () => {
      const { fake, thread, bring } = await begin(desk, [said('m1', 'Pertama')]);
      await bring();
      thread.messages.push(said('m2', 'Kedua'));
      await bring();
      await bring();
      expect(fake.tickets).toMatchObject([{ texts: ['Pertama', 'Kedua'] }]);
    });

    it('knows each message again in a thread that is long', async () => {
      const texts = Array.from({ length: 130 }, (_, place) => `Pesan ${place}`);
      const { fake, bring } = await begin(
        desk,
        texts.map((text, place) => said(`m${place}`, text)),
      );
      await bring();
      await bring();
      expect(fake.tickets).toMatchObject([{ texts }]);
    });

    it.each(Array.from({ length: desk.steps }, (_, place) => place + 1))(
      'makes nothing twice when the answer to request %i is lost',
      async (request) => {
        const { fake, bring, wait } = await begin(desk, [said('m1', 'Pertama'), said('m2', 'Kedua')]);
        fake.loseAnswer(request);
        await bring().catch(() => undefined);
        wait(200_000);
        await bring();
        expect(fake.tickets).toHaveLength(1);
        expect(fake.tickets[0]?.texts.toSorted()).toEqual(['Kedua', 'Pertama']);
      },
    );

    it('leaves a ticket alone that is held for spam', async () => {
      const { fake, bring } = await begin(desk, [said('m1', 'Beli pengikut')], { status: 'held' });
      await bring();
      expect(fake.tickets).toEqual([]);
    });

    it('says what to check when the token is refused, and quotes nothing', async () => {
      const { bring } = await begin({ ...desk, connect: (url) => desk.connect(url, 'wrong') }, [
        said('m1', 'Halo'),
      ]);
      await expect(bring()).rejects.toThrow(/401\. Check its token/);
    });
  });

  it.skipIf(!isThere)(
    'is done by one process at a time, and by another once the first has died',
    async () => {
      const [desk] = DESKS;
      if (!desk) return;
      const { fake, bring, wait } = await begin(desk, [said('m1', 'Pertama')]);
      await database.query('INSERT INTO connector_link VALUES ($1, $2, NULL, NULL, $3)', [
        'AbC-123',
        'chatwoot',
        new Date('2026-11-25T02:01:00Z'),
      ]);
      await expect(bring()).rejects.toThrow('Another process');
      expect(fake.tickets).toEqual([]);
      wait(120_000);
      await bring();
      expect(fake.tickets).toHaveLength(1);
    },
  );
});
