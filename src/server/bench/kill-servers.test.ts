import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { hasTestServer, startTestServer } from '../database/fake-postgres-server.ts';
import { openPostgresDatabase } from '../database/index.ts';
import { makeKillSite, startReceivers, type FakeSite } from './fake-receivers.ts';
import { holdNotes } from './hold-notes.ts';
import { killServers } from './kill-servers.ts';
import { readJournal, settingsOfKilled } from './killed-server.ts';

const KILLS = 3;
const PORT = 21_220;
const PATIENCE = { timeout: 120_000, interval: 100 };

let site: FakeSite;
beforeAll(async () => {
  site = await makeKillSite();
}, 120_000);
afterAll(async () => {
  await site.killAll();
  await site.remove();
});

it('a server that is killed under load loses nothing that it acknowledged, and doubles no ticket', async () => {
  const plan = { kills: KILLS, seed: 1, ports: [PORT], databaseUrl: '', report: () => undefined };
  const { tickets, messages, answers, mails, webhooks, noted, ...wrong } = await killServers(site, plan);
  // Between the yes of a receiver and the moment when it is heard, each kill can hit what is being sent.
  const { repeatedMails, repeatedWebhooks, ...never } = wrong;
  expect(Object.entries(never).filter(([, count]) => count !== 0)).toEqual([]);
  for (const total of [tickets, messages, answers, mails, webhooks, noted]) expect(total).toBeGreaterThan(0);
  expect(noted).toBe(mails + webhooks - repeatedMails - repeatedWebhooks);
}, 900_000);

it.skipIf(!hasTestServer())(
  'a server that is killed just between the yes of its receivers and the note of it sends nothing twice',
  async () => {
    const postgres = await startTestServer();
    const receivers = await startReceivers();
    const dataDir = path.join(site.root, 'held');
    const env = { ...settingsOfKilled(receivers), DATA_DIR: dataDir, DATABASE_URL: postgres.address };
    const started = await site.start(env);
    const database = await openPostgresDatabase(postgres.address);
    const notes = await holdNotes(database);
    const order = { lang: 'id', subject: 'Saldo', text: 'Saldo belum masuk.', email: 'siti@example.org' };
    await fetch(`${started.address}/api/v1/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify(order),
    });
    // The receipt and the webhook.
    await vi.waitFor(async () => {
      expect(await readJournal(dataDir)).toHaveLength(2);
    }, PATIENCE);
    await site.killAll();
    await notes.undo();
    const jobs = "SELECT id FROM outbox.job WHERE state NOT IN ('completed', 'failed')";
    expect(await database.query(jobs)).toHaveLength(2);
    await site.start(env);
    await vi.waitFor(async () => {
      expect(await database.query(jobs)).toEqual([]);
    }, PATIENCE);
    expect(receivers.mails).toHaveLength(1);
    expect(receivers.webhooks).toHaveLength(1);
    expect(await database.query('SELECT id FROM letter')).toEqual([]);
    await site.killAll();
    await Promise.all([database.close(), receivers.close()]);
    await postgres.remove();
  },
  300_000,
);
