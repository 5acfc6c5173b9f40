import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { FAKE_ORDER, openFakeTicketStore, type FakeTicketStore } from '../ticket/fake-ticket-store.ts';
import { openFakeDesk, type FakeDesk } from './fake-desk.ts';

const ADMIN = 'admin@example.org';
const AGENT = 'agen@example.org';
const OWNER = 'pemilik@example.org';
const GUEST = 'tamu@example.org';
const DAY_S = 86_400;
// The record of the fake desk is kept for 365 days.
const YEAR_S = 366 * DAY_S;

describe.each(TEST_DATABASES)('what is kept of agents in $name', ({ open, isThere }) => {
  let database: Database;
  let desk: FakeDesk;
  let store: FakeTicketStore;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    store = await openFakeTicketStore(database);
  }, 60_000);
  beforeEach(async () => {
    if (!isThere) return;
    desk = await openFakeDesk(database);
    await database.execute('TRUNCATE agent, agent_audit, intake_limit, ticket CASCADE');
  });
  afterAll(() => (isThere ? database.close() : undefined));
  const names = async () => (await desk.agents.list(true)).map(({ email }) => email);

  it.runIf(isThere)('is their record, for as long as it is set and no longer', async () => {
    await desk.agents.audit({ action: 'old', detail: {} });
    desk.wait(2 * DAY_S);
    await desk.agents.audit({ action: 'young', detail: {} });
    desk.wait(YEAR_S - 2 * DAY_S);
    await desk.agents.expire();
    expect((await desk.agents.readAudit({})).map(({ action }) => action)).toEqual(['young']);
  });

  it.runIf(isThere)('are no links and sessions that are over', async () => {
    const admin = await desk.join(ADMIN);
    const browser = await desk.signIn(ADMIN);
    await desk.agents.invite(admin, GUEST, 'agent');
    const count = async () =>
      Promise.all(
        ['agent_session', 'agent_invitation'].map(
          async (table) => (await database.query(`SELECT 1 FROM ${table}`)).length > 0,
        ),
      );
    await desk.agents.expire();
    expect(await count()).toEqual([true, true]);
    expect(await desk.agents.whoIs(browser.headers())).toBeDefined();
    desk.wait(8 * DAY_S);
    await desk.agents.expire();
    expect(await count()).toEqual([false, false]);
    expect(await names()).toContain(GUEST);
  });

  it.runIf(isThere)('is the name of one who left, until nothing that is kept names them', async () => {
    const admin = await desk.join(ADMIN);
    const { id } = await desk.join(AGENT);
    await desk.agents.invite(admin, GUEST, 'agent');
    const opened = await store.tickets.open(FAKE_ORDER);
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    await store.desk.reply(id, opened.ticket.id, { text: 'Halo.', version: 1 });
    const { id: owner } = await desk.join(OWNER);
    await store.desk.assign(admin.id, opened.ticket.id, owner, 2);
    await desk.agents.dismiss(admin, id);
    await desk.agents.dismiss(admin, owner);
    await desk.agents.expire();
    expect(await names()).toEqual([ADMIN, AGENT, OWNER, GUEST]);
    desk.wait(YEAR_S);
    // Somebody who still answers stays, whatever is on record.
    await desk.agents.expire();
    expect(await names()).toEqual([ADMIN, AGENT, OWNER]);
    await database.query('DELETE FROM ticket');
    await desk.agents.expire();
    expect(await names()).toEqual([ADMIN]);
  });
});
