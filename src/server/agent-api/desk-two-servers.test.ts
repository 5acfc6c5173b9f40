import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasTestServer, startTestServer } from '../database/fake-postgres-server.ts';
import { openPostgresDatabase, type Database } from '../database/index.ts';
import { openPresence } from '../desk/index.ts';
import { FAKE_ORDER, openFakeTicketStore } from '../ticket/fake-ticket-store.ts';
import { createLiveTickets } from '../ticket/index.ts';
import { ANI, BUDI, openFakeDeskApp, readUntil, type FakeDeskParts } from './fake-desk-app.ts';

describe.skipIf(!hasTestServer())('two servers over one database', () => {
  const opened: { readonly database: Database; readonly parts: FakeDeskParts }[] = [];
  let remove: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    const server = await startTestServer();
    remove = () => server.remove();
    for (let count = 0; count < 2; count++) opened.push(await openServer(server.address));
  });
  afterAll(async () => {
    for (const { database, parts } of opened) {
      await parts.live.close();
      await parts.presence.close();
      await database.close();
    }
    await remove();
  });

  it('tell the inbox at one what happens at the other: a new ticket, and who looks at it', async () => {
    const [one, other] = opened;
    if (!one || !other) throw new Error('No servers.');
    const [here, there] = await Promise.all([openFakeDeskApp(one.parts), openFakeDeskApp(other.parts)]);
    const [tickets, viewers] = await Promise.all([here.ask('/events', ANI), here.ask('/events', ANI)]);
    const made = await other.parts.store.tickets.open(FAKE_ORDER);
    if (made.kind !== 'opened') throw new Error('No ticket.');
    const { id } = made.ticket;
    expect(await readUntil(tickets, id)).toContain(`event: ticket\ndata: {"id":"${id}"}`);
    await there.ask(`/tickets/${id}/presence`, BUDI, { isTyping: true });
    expect(await readUntil(viewers, '"viewers"')).toContain(
      `event: presence\ndata: {"ticket":"${id}","viewers":[{"agent":"budi","name":"Budi","isTyping":true}]}`,
    );
    expect(await (await here.ask(`/tickets/${id}`, ANI)).json()).toMatchObject({
      viewers: [{ agent: 'budi', isTyping: true }],
    });
  });
});

async function openServer(address: string) {
  const database = await openPostgresDatabase(address);
  const store = await openFakeTicketStore(database);
  const live = await createLiveTickets(database);
  const presence = await openPresence(database, () => store.now);
  return { database, parts: { store, live, presence } };
}
