import { createHash } from 'node:crypto';
import type { Database } from '../database/index.ts';

const WORDS =
  'Email ke pembaca tidak sampai: servernya menolak alamat atau surat itu. Jawaban tetap ada di halaman pembaca; coba hubungi lewat telepon kalau nomornya ada.';

/**
 * Tells agents on a ticket that a mail did not arrive, once for each mail: by a note, and by an event. The mailbox
 * itself stands on the ticket and is not repeated.
 */
export async function noteRefusal(
  database: Database,
  ticket: string,
  mail: string,
  now: Date,
): Promise<void> {
  const id = `refused-${createHash('sha256').update(mail).digest('base64url').slice(0, 22)}`;
  await database.transaction(async (session) => {
    const rows = await session.query(
      `INSERT INTO ticket_message (id, ticket, kind, text, created_at, send_at)
       SELECT $1, id, 'note', $3, $4, $4 FROM ticket WHERE id = $2 ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, ticket, WORDS, now],
    );
    if (rows.length === 0) return;
    await session.query(
      `INSERT INTO ticket_event (id, ticket, at, actor_kind, verb, detail)
       VALUES ($1, $2, $3, 'system', 'noted', $4)`,
      [id, ticket, now, JSON.stringify({ message: id, mail: 'refused' })],
    );
    await session.query("SELECT pg_notify('pandu_ticket', $1)", [ticket]);
  });
}
