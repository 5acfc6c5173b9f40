import type { Database } from '../database/index.ts';
import { TEST_DATABASES, type TestDatabase } from '../database/fake-databases.ts';
import { openFakeTicketStore, type FakeTicketStore } from '../ticket/fake-ticket-store.ts';

/** A desk full of invented tickets. */
export interface FullInbox {
  readonly store: FakeTicketStore;
  /** The agent who has a tenth of them. */
  readonly agent: string;
  readonly close: () => Promise<void>;
}

/** The kinds of database that can be had here; each is real, and lives as long as the benchmark. */
export const INBOX_DATABASES: readonly TestDatabase[] = TEST_DATABASES.filter(({ isThere }) => isThere);

/**
 * Fills a database with so many tickets that wait for an agent or a reader, and half as many that are over, each with
 * four messages and four events.
 */
export async function openFullInbox({ open }: TestDatabase, tickets: number): Promise<FullInbox> {
  const database: Database = await open();
  const store = await openFakeTicketStore(database);
  await database.execute(fill(Math.trunc(tickets)));
  return { store, agent: 'agent-0', close: () => database.close() };
}

function fill(tickets: number): string {
  return `
    INSERT INTO ticket (id, reference, lang, subject, status, priority, urgency, channel, problem, service, email,
      assignee, created_at, updated_at, first_reply_due, solve_due, first_reply_warned, solve_warned,
      next_warning_at, due_at, version, expires_at)
    SELECT md5('t' || n), lpad((n / 10000)::text, 4, '0') || '-' || lpad((n % 10000)::text, 4, '0'), 'id',
      (ARRAY['Transfer', 'Top up', 'Paket', 'Akun', 'Kode OTP', 'Pengembalian dana'])[1 + n % 6] || ' ' ||
      (ARRAY['tertunda', 'gagal', 'belum sampai', 'diblokir', 'tidak masuk'])[1 + n % 5] || ' nomor ' || md5('s' || n),
      status, (ARRAY['urgent', 'high', 'normal', 'low'])[1 + urgency], urgency, 'contact', 'banking/transfer-pending',
      'bca', 'reader-' || n || '@example.org', CASE WHEN n % 2 = 0 THEN 'agent-' || n % 10 END,
      at, at, CASE WHEN status = 'new' THEN due END, CASE WHEN status IN ('new', 'open') THEN due END, 0, 0,
      '9999-12-31', CASE WHEN status IN ('new', 'open') THEN due ELSE '9999-12-31' END, 4, '2027-11-25'
    FROM (
      SELECT n, n * 7919 % 4 AS urgency,
        CASE WHEN n > ${tickets} THEN 'solved' ELSE (ARRAY['new', 'open', 'waiting'])[1 + n * 31 % 3] END AS status,
        timestamptz '2026-11-25T03:00:00Z' - n * interval '7 minutes' AS at,
        timestamptz '2026-11-25T03:00:00Z' + (n * 104729 % 20000 - 4000) * interval '1 minute' AS due
      FROM generate_series(1, ${Math.trunc(tickets * 1.5)}) AS n
    ) AS drawn;
    INSERT INTO ticket_message (id, ticket, kind, text, created_at, send_at)
    SELECT md5('m' || n || '-' || m), md5('t' || n), CASE WHEN m % 2 = 0 THEN 'agent' ELSE 'reader' END,
      repeat('Saya sudah mencoba langkahnya, tetapi masih tertunda. ', 4), '2026-11-24', '2026-11-24'
    FROM generate_series(1, ${Math.trunc(tickets * 1.5)}) AS n, generate_series(1, 4) AS m;
    INSERT INTO ticket_event (id, ticket, at, actor_kind, verb, detail)
    SELECT md5('e' || n || '-' || m), md5('t' || n), '2026-11-24', 'reader', 'replied', '{}'
    FROM generate_series(1, ${Math.trunc(tickets * 1.5)}) AS n, generate_series(1, 4) AS m;
    ANALYZE;`;
}
