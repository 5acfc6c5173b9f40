import type { Bench, BenchOptions } from './bench.ts';
import type { KillCounts } from './count-kills.ts';
import { startTestServer } from './fake-postgres.ts';
import { makeKillSite } from './fake-receivers.ts';
import { killServers } from './kill-servers.ts';
import { drawTable } from './table.ts';

const KILLS = 100;
const SEED = 4_829;
/** PGlite serves one process alone. */
const PORTS = { pglite: [21_217], postgres: [21_218, 21_219] } as const;

/** The real server under load, killed with SIGKILL again and again: what was acknowledged and lost, and what came twice. */
export const killsBench: Bench = async ({ report, options }) => {
  const { kills = KILLS, database = 'pglite' } = options;
  const site = await makeKillSite();
  const postgres = database === 'postgres' ? await startTestServer() : undefined;
  try {
    const since = performance.now();
    const databaseUrl = postgres?.address ?? '';
    const counts = await killServers(site, {
      kills,
      seed: SEED,
      ports: PORTS[database],
      databaseUrl,
      report,
    });
    const seconds = Math.round((performance.now() - since) / 1000);
    return { data: { database, kills, seconds, ...counts }, text: draw(kills, database, seconds, counts) };
  } finally {
    await site.killAll();
    await site.remove();
    await postgres?.remove();
  }
};

function draw(
  kills: number,
  database: NonNullable<BenchOptions['database']>,
  seconds: number,
  counts: KillCounts,
): string {
  const row = (what: string, total: number, lost: number, doubled: number) => [
    what,
    String(total),
    String(lost),
    String(doubled),
  ];
  const where = database === 'pglite' ? 'PGlite' : 'PostgreSQL, two processes';
  const table = drawTable(
    [`${kills} kills under load, ${where}`, 'acknowledged or sent', 'lost or missing', 'twice'],
    [
      row('tickets', counts.tickets, counts.lostTickets, counts.doubledTickets),
      row('messages of readers', counts.messages, counts.lostMessages, counts.doubledMessages),
      row('mails', counts.mails, counts.missingMails, counts.repeatedMails),
      row('webhooks', counts.webhooks, counts.missingWebhooks, counts.repeatedWebhooks),
    ],
  );
  return `${table}\n\n${seconds} s. Sent again though the yes was written down: ${counts.repeatedDespiteNote} of ${counts.noted}.`;
}
