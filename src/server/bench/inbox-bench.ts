import type { InboxPage } from '../ticket/index.ts';
import type { Bench } from './bench.ts';
import { INBOX_DATABASES, openFullInbox, type FullInbox } from './fake-inbox.ts';
import { percentile } from './percentile.ts';
import { drawTable, formatMs } from './table.ts';

/** What waits for somebody; half as many more are over. */
const TICKETS = 10_000;
const TARGET_MS = 100;
const WARMING = 20;
const SAMPLES = 200;

interface Row {
  readonly database: string;
  readonly what: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Pages of an inbox with 10,000 tickets that are not over, and one thread, in each kind of database. */
export const inboxBench: Bench = async ({ report }) => {
  const rows: Row[] = [];
  for (const kind of INBOX_DATABASES) {
    report(kind.name);
    const inbox = await openFullInbox(kind, TICKETS);
    try {
      for (const [what, look] of await looksInto(inbox)) {
        const times: number[] = [];
        for (let n = -WARMING; n < SAMPLES; n++) {
          const started = performance.now();
          await look(n + WARMING);
          if (n >= 0) times.push(performance.now() - started);
        }
        const [p50Ms, p95Ms] = [percentile(times, 0.5), percentile(times, 0.95)];
        rows.push({ database: kind.name, what, p50Ms, p95Ms });
      }
    } finally {
      await inbox.close();
    }
  }
  return { data: rows, text: draw(rows) };
};

type Look = (n: number) => Promise<unknown>;

async function looksInto({
  store: { desk, tickets },
  agent,
}: FullInbox): Promise<(readonly [string, Look])[]> {
  const all = { view: 'all', agent } as const;
  const middle = await findMiddle((after) => desk.list({ ...all, limit: 100, ...(after && { after }) }));
  const { tickets: some } = await desk.list({ ...all, limit: 100 });
  const threads = some.map(({ id }) => id);
  const token = await tickets.grantAccess(threads[0] ?? '');
  return [
    ['all, first page', () => desk.list(all)],
    ['all, a page in the middle', () => desk.list({ ...all, after: middle })],
    ['mine', () => desk.list({ ...all, view: 'mine' })],
    ['late', () => desk.list({ ...all, view: 'late' })],
    ['solved', () => desk.list({ ...all, view: 'solved' })],
    ['of one priority', () => desk.list({ ...all, priority: 'low' })],
    ['two words that many have', () => desk.list({ ...all, text: 'paket gagal' })],
    ['a mailbox that one has', (n) => desk.list({ ...all, text: `reader-${String(9_000 - n)}@` })],
    ['words that nobody has', (n) => desk.list({ ...all, text: `tidak-ada-${String(n)}` })],
    ['one ticket with its thread', (n) => desk.read(threads[n % threads.length] ?? '')],
    ['the same for its reader', () => tickets.readOwn(token)],
  ];
}

/** Where the second half of a list begins. */
async function findMiddle(page: (after?: string) => Promise<InboxPage>): Promise<string> {
  let after: string | undefined;
  for (let seen = 0; seen < TICKETS / 2;) {
    const { tickets, next } = await page(after);
    seen += tickets.length;
    after = next;
  }
  return after ?? '';
}

function draw(rows: readonly Row[]): string {
  const cells = rows.map(({ database, what, p50Ms, p95Ms }) => [
    database,
    what,
    formatMs(p50Ms),
    formatMs(p95Ms),
  ]);
  const count = TICKETS.toLocaleString('en');
  return (
    `${drawTable(['database', `${count} tickets`, 'p50', 'p95'], cells)}\n\n` +
    `Pages of 50, with the numbers of all views. Target: p95 below ${TARGET_MS} ms.`
  );
}
