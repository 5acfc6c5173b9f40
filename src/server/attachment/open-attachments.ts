import { createId, ID_FORM } from '../secret/index.ts';
import type { Database } from '../database/index.ts';
import type { AttachmentInfo, Attachments } from './attachments.ts';
import { checkPdf } from './check-pdf.ts';
import { cleanImage } from './clean-image.ts';
import { cleanName } from './clean-name.ts';
import { readType } from './read-type.ts';

/** The largest file that is taken, and kept. */
export const MOST_FILE_BYTES = 10_000_000;
/** All files together that nobody has taken up yet. */
const MOST_UNCLAIMED_BYTES = 500_000_000;
const UNCLAIMED_MS = 86_400_000;

/** Opens the attachments of a database; their tables come with the tickets (`openTicketStore`). */
export async function openAttachments(
  database: Database,
  {
    now,
    mostUnclaimed = MOST_UNCLAIMED_BYTES,
  }: { readonly now: () => Date; readonly mostUnclaimed?: number },
): Promise<Attachments> {
  return Promise.resolve({
    async store({ name, bytes }) {
      if (bytes.length === 0) return { kind: 'refused', reason: 'empty' };
      if (bytes.length > MOST_FILE_BYTES) return { kind: 'refused', reason: 'too-big' };
      const type = await readType(bytes);
      if (!type) return { kind: 'refused', reason: 'type' };
      const content = type === 'application/pdf' ? checkPdf(bytes) : await cleanImage(bytes, type);
      if (!content) return { kind: 'refused', reason: 'unreadable' };
      if (content.length > MOST_FILE_BYTES) return { kind: 'refused', reason: 'too-big' };
      const attachment = { id: createId(), name: cleanName(name, type), type, bytes: content.length };
      const isKept = await keep(database, attachment, content, { now: now(), mostUnclaimed });
      return isKept ? { kind: 'stored', attachment } : { kind: 'refused', reason: 'full' };
    },
    async read(ticket, attachment) {
      if (!ID_FORM.test(attachment)) return undefined;
      const [row] = await database.query(
        `SELECT name, type, bytes, content FROM attachment
         JOIN attachment_content ON attachment_content.attachment = attachment.id
         WHERE id = $1 AND ticket = $2`,
        [attachment, ticket],
      );
      if (!row) return undefined;
      const { name, type, bytes, content } = row;
      if (!(content instanceof Uint8Array)) throw new Error('The content of a file is not bytes.');
      return {
        info: { id: attachment, name: String(name), type: String(type), bytes: Number(bytes) },
        bytes: content,
      };
    },
    async expire() {
      const before = new Date(now().getTime() - UNCLAIMED_MS);
      await database.query('DELETE FROM attachment WHERE ticket IS NULL AND created_at <= $1', [before]);
    },
  });
}

/** False when too much is kept that nobody has taken up. */
async function keep(
  database: Database,
  { id, name, type, bytes }: AttachmentInfo,
  content: Uint8Array,
  { now, mostUnclaimed }: { readonly now: Date; readonly mostUnclaimed: number },
): Promise<boolean> {
  return database.transaction(async (session) => {
    const rows = await session.query(
      `INSERT INTO attachment (id, name, type, bytes, created_at)
       SELECT $1, $2, $3, $4::integer, $5::timestamptz
       WHERE (SELECT coalesce(sum(bytes), 0) FROM attachment WHERE ticket IS NULL) + $4::integer <= $6::bigint
       RETURNING id`,
      [id, name, type, bytes, now, mostUnclaimed],
    );
    if (rows.length === 0) return false;
    await session.query('INSERT INTO attachment_content (attachment, content) VALUES ($1, $2)', [
      id,
      content,
    ]);
    return true;
  });
}
