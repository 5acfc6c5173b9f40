import type { Database } from '../database/index.ts';

/** How far a mailbox was read. */
export interface MailCursor {
  readonly uidValidity: string;
  /** All up to this UID was taken. */
  readonly lastUid: number;
  readonly readAt: Date;
}

/** So long one process alone reads a mailbox, unless it says so again. */
const LEASE_MS = 30_000;

/** The cursor of one mailbox, kept in the database. */
export interface CursorStore {
  /** True when this process is the one to read now. */
  claim(): Promise<boolean>;
  read(): Promise<MailCursor | undefined>;
  /** Keeps how far it was read, and the right to go on. */
  save(cursor: Omit<MailCursor, 'readAt'>): Promise<void>;
}

/** `box` names the mailbox; `reader` this process. */
export function openMailCursor(
  database: Database,
  box: string,
  reader: string,
  now: () => Date,
): CursorStore {
  const until = () => new Date(now().getTime() + LEASE_MS);
  return {
    async claim() {
      const rows = await database.query(
        `INSERT INTO mail_box (box, uid_validity, last_uid, read_at, reader, reader_until)
         VALUES ($1, '', 0, $2, $3, $4)
         ON CONFLICT (box) DO UPDATE SET reader = $3, reader_until = $4
         WHERE mail_box.reader = $3 OR mail_box.reader_until < $2
         RETURNING box`,
        [box, now(), reader, until()],
      );
      return rows.length > 0;
    },
    async read() {
      const [row] = await database.query(
        'SELECT uid_validity, last_uid, read_at FROM mail_box WHERE box = $1',
        [box],
      );
      const readAt = row?.['read_at'];
      if (!row || row['uid_validity'] === '' || !(readAt instanceof Date)) return undefined;
      return { uidValidity: String(row['uid_validity']), lastUid: Number(row['last_uid']), readAt };
    },
    async save({ uidValidity, lastUid }) {
      await database.query(
        `UPDATE mail_box SET uid_validity = $2, last_uid = $3, read_at = $4, reader_until = $5
         WHERE box = $1 AND reader = $6`,
        [box, uidValidity, lastUid, now(), until(), reader],
      );
    },
  };
}
