import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openRandom } from '../random/index.ts';
import { countKills, type Acknowledged, type KillCounts } from './count-kills.ts';
import { KILL_SITE_URL, startReceivers, type FakeSite, type Receivers } from './fake-receivers.ts';
import { startLoad, type Load } from './kill-load.ts';
import { readJournal, settingsOfKilled } from './killed-server.ts';

/** How long a server lives before one of its processes is killed, in milliseconds. */
const LEAST_LIFE_MS = 50;
const MOST_LIFE_MS = 2_000;
/** A job that was in the middle of several kills waits minutes for its next try. */
const SETTLE_MS = 600_000;
const QUIET_MS = 20_000;
const READ_AT_ONCE = 8;

export interface KillPlan {
  readonly kills: number;
  readonly seed: number;
  /** One for each process of the server; they share a DATA_DIR. */
  readonly ports: readonly number[];
  /** '' for PGlite, which has one process. */
  readonly databaseUrl: string;
  readonly report: (line: string) => void;
}

/**
 * Kills a process of the server of a site, one at random, so many times under load; counts once all that waits has
 * gone out, or should have.
 */
export async function killServers(
  site: FakeSite,
  { kills, seed, ports, databaseUrl, report }: KillPlan,
): Promise<KillCounts> {
  const random = openRandom(seed);
  const receivers = await startReceivers();
  const dataDir = path.join(site.root, `killed-${ports.join('-')}`);
  const env = { ...settingsOfKilled(receivers), DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  const start = (port: number) => site.start({ ...env, PORT: String(port) });
  let load: Load | undefined;
  try {
    const processes = [];
    for (const port of ports) processes.push({ port, started: await start(port) });
    // Each that starts makes a link anew while there is no admin.
    const last = processes.at(-1);
    load = await startLoad({
      addresses: ports.map((port) => `http://localhost:${port}`),
      siteUrl: KILL_SITE_URL,
      firstAdminPath: await linkOf(last?.started.printed ?? (() => '')),
      random,
    });
    for (let kill = 1; kill <= kills; kill++) {
      await pause(LEAST_LIFE_MS + random() * (MOST_LIFE_MS - LEAST_LIFE_MS));
      const killed = processes[Math.floor(random() * processes.length)];
      if (!killed) continue;
      killed.started.child.kill('SIGKILL');
      await killed.started.exit();
      killed.started = await start(killed.port);
      if (kill % 10 === 0) report(`${kill} kills, ${load.tickets.length} tickets`);
    }
    await load.finish();
    return await settle(load, receivers, dataDir);
  } finally {
    await load?.finish().catch(() => undefined);
    await site.killAll();
    await receivers.close();
  }
}

async function linkOf(printed: () => string): Promise<string> {
  for (let waits = 0; waits < 100; waits++) {
    const link = /first admin, once: (\S+)/.exec(printed())?.[1];
    if (link !== undefined) return link;
    await pause(100);
  }
  throw new Error('The server printed no link for its first admin.');
}

/** Waits until nothing is missing and nothing has come for a while, or time is over. */
async function settle(load: Load, receivers: Receivers, dataDir: string): Promise<KillCounts> {
  const tickets = await readAll(load);
  const count = async () =>
    countKills({ tickets, answers: load.answers }, { ...receivers, noted: await readJournal(dataDir) });
  const end = Date.now() + SETTLE_MS;
  let arrived = -1;
  let quietSince = Date.now();
  for (;;) {
    const counts = await count();
    const now = counts.mails + counts.webhooks;
    if (now !== arrived) quietSince = Date.now();
    arrived = now;
    const isComplete = counts.missingMails === 0 && counts.missingWebhooks === 0;
    if (Date.now() > end || (isComplete && Date.now() - quietSince > QUIET_MS)) return counts;
    await pause(500);
  }
}

async function readAll(load: Load): Promise<Acknowledged['tickets']> {
  const all = [...load.tickets];
  const read: Acknowledged['tickets'][number][] = [];
  const readSome = async () => {
    for (let ticket = all.pop(); ticket; ticket = all.pop()) {
      read.push({ ...ticket, found: await load.read(ticket) });
    }
  };
  await Promise.all(Array.from({ length: READ_AT_ONCE }, readSome));
  return read;
}
