import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeKillSite, type FakeSite } from './fake-receivers.ts';
import { killServer } from './kill-server.ts';

const KILLS = 3;
const PORT = 5_218;

let site: FakeSite;
beforeAll(async () => {
  site = await makeKillSite();
}, 120_000);
afterAll(async () => {
  await site.killAll();
  await site.remove();
});

it('a server that is killed under load loses nothing that it acknowledged, and doubles no ticket', async () => {
  const { tickets, messages, answers, mails, webhooks, repeatedMails, repeatedWebhooks, ...wrong } =
    await killServer(site, { kills: KILLS, seed: 1, port: PORT, report: () => undefined });
  expect(Object.entries(wrong).filter(([, count]) => count !== 0)).toEqual([]);
  for (const total of [tickets, messages, answers, mails, webhooks]) expect(total).toBeGreaterThan(0);
  // Between the yes of a receiver and the note of it lies a moment; each kill can hit it in few jobs.
  expect(repeatedMails + repeatedWebhooks).toBeLessThanOrEqual(4 * KILLS);
}, 600_000);
