import path from 'node:path';
import { openRandom } from '../random/index.ts';
import type { Bench } from './bench.ts';
import { countKills, type KillCounts } from './count-kills.ts';
import {
  KILL_SITE_URL,
  makeKillSite,
  startReceivers,
  type FakeSite,
  type Receivers,
} from './fake-receivers.ts';
import { startLoad, type Load } from './kill-load.ts';
import { drawTable } from './table.ts';

const KILLS = 100;
const SEED = 4_829;
const PORT = 5_217;
/** How long a server lives before it is killed, in milliseconds. */
const LEAST_LIFE_MS = 50;
const MOST_LIFE_MS = 2_000;
/** Longer than an answer can be taken back and a job of a killed process is waited for, with room for some more tries. */
const SETTLE_MS = 180_000;
const QUIET_MS = 20_000;

/** The real server under load, killed with SIGKILL again and again: what was acknowledged and lost, and what came twice. */
export const killsBench: Bench = async ({ report, options }) => {
  const site = await makeKillSite();
  try {
    const kills = options.kills ?? KILLS;
    const counts = await killServer(site, { kills, seed: SEED, port: PORT, report });
    return { data: counts, text: draw(kills, counts) };
  } finally {
    await site.killAll();
    await site.remove();
  }
};

export interface KillPlan {
  readonly kills: number;
  readonly seed: number;
  readonly port: number;
  readonly report: (line: string) => void;
}

/** Kills the server of a site so many times under load; counts once all that waits has gone out, or should have. */
export async function killServer(
  site: FakeSite,
  { kills, seed, port, report }: KillPlan,
): Promise<KillCounts> {
  const random = openRandom(seed);
  const receivers = await startReceivers();
  const address = `http://localhost:${port}`;
  const env = {
    PORT: String(port),
    DATA_DIR: path.join(site.root, 'killed'),
    DATABASE_URL: '',
    OPENAI_MODEL: '',
    PANDU_RATE_LIMITS: 'off',
    PANDU_BACKUPS: '0',
    SMTP_URL: receivers.smtpUrl,
    MAIL_FROM: 'Bantuan <bantuan@example.org>',
    PANDU_WEBHOOK_URLS: receivers.webhookUrl,
    PANDU_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
    PANDU_WEBHOOK_NETWORKS: '127.0.0.0/8',
  };
  let load: Load | undefined;
  try {
    const first = await site.start(env);
    const link = await linkOf(first.printed);
    load = await startLoad({ address, siteUrl: KILL_SITE_URL, firstAdminPath: link, random });
    for (let kill = 1; kill <= kills; kill++) {
      await pause(LEAST_LIFE_MS + random() * (MOST_LIFE_MS - LEAST_LIFE_MS));
      await site.killAll();
      await site.start(env);
      if (kill % 10 === 0) report(`${kill} kills, ${load.tickets.length} tickets`);
    }
    await load.finish();
    const counts = await settle(load, receivers);
    return counts;
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
async function settle(load: Load, receivers: Receivers): Promise<KillCounts> {
  const tickets = await Promise.all(
    load.tickets.map(async (ticket) => ({ ...ticket, found: await load.read(ticket) })),
  );
  const count = () => countKills({ tickets, answers: load.answers }, receivers);
  const end = Date.now() + SETTLE_MS;
  let arrived = -1;
  let quietSince = Date.now();
  for (;;) {
    const counts = count();
    const now = counts.mails + counts.webhooks;
    if (now !== arrived) quietSince = Date.now();
    arrived = now;
    const isComplete = counts.missingMails === 0 && counts.missingWebhooks === 0;
    if (Date.now() > end || (isComplete && Date.now() - quietSince > QUIET_MS)) return count();
    await pause(500);
  }
}

function draw(kills: number, counts: KillCounts): string {
  const row = (what: string, total: number, lost: number, doubled: number) => [
    what,
    String(total),
    String(lost),
    String(doubled),
  ];
  return drawTable(
    [`${kills} kills under load`, 'acknowledged or sent', 'lost or missing', 'twice'],
    [
      row('tickets', counts.tickets, counts.lostTickets, counts.doubledTickets),
      row('messages of readers', counts.messages, counts.lostMessages, counts.doubledMessages),
      row('mails', counts.mails, counts.missingMails, counts.repeatedMails),
      row('webhooks', counts.webhooks, counts.missingWebhooks, counts.repeatedWebhooks),
    ],
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
