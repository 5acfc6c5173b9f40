import type { Database, Row, Session } from '../database/index.ts';
import { eraseDrafts } from './guide-drafts.ts';

/** Whose data: the reader behind a mailbox, or that of one ticket by its id. */
export type Subject = { readonly email: string } | { readonly ticket: string };

/** All that the server keeps of a reader. */
export interface SubjectData {
  readonly exportedAt: string;
  /** Each with its messages, events, guides, and attachments whose content is in base64. */
  readonly tickets: readonly Row[];
  /** Those that became one of these tickets. */
  readonly conversations: readonly Row[];
}

/** How much was removed for good. */
export interface Erased {
  readonly tickets: number;
  readonly conversations: number;
  readonly letters: number;
  /** Drafts of guides that were made from the tickets, in this DATA_DIR. */
  readonly drafts: number;
}

/** Columns that open something for whoever has them, and are no data about a person. */
const WITHHELD = new Set([
  'opening_key',
  'opening_body',
  'request_key',
  'request_body',
  'secret_hash',
  'requests',
]);

/**
 * Copies all that is kept of a reader, in one moment of the database. Who asks must have proved that the mailbox or
 * the ticket is theirs. A conversation that never became a ticket belongs to no mailbox, so it is not found.
 */
export async function exportSubject(database: Database, subject: Subject, now: Date): Promise<SubjectData> {
  const { condition, value } = ticketsOf(subject);
  return database.transaction(async (session) => {
    const found = await session.query(`SELECT * FROM ticket WHERE ${condition} ORDER BY created_at`, [value]);
    const tickets: Row[] = [];
    for (const ticket of found) tickets.push({ ...shown(ticket), ...(await partsOf(session, ticket['id'])) });
    const conversations = await session.query('SELECT * FROM conversation WHERE id = ANY($1)', [
      conversationsOf(found),
    ]);
    return { exportedAt: now.toISOString(), tickets, conversations: conversations.map(shown) };
  });
}

/**
 * Removes all that is kept of a reader, attachments included: all of it or, when something fails, nothing but drafts
 * of guides, which can be made again. Backups from before still hold it until they are removed themselves.
 */
export async function eraseSubject(database: Database, dataDir: string, subject: Subject): Promise<Erased> {
  const { condition, value } = ticketsOf(subject);
  return database.transaction(async (session) => {
    const found = await session.query(`SELECT id, conversation FROM ticket WHERE ${condition} FOR UPDATE`, [
      value,
    ]);
    const conversations = await session.query('DELETE FROM conversation WHERE id = ANY($1) RETURNING id', [
      conversationsOf(found),
    ]);
    const letters = 'email' in subject ? await eraseLetters(session, subject.email) : 0;
    // Before the tickets: once these are gone, nobody knows any more which drafts were theirs.
    const ids = found.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
    const drafts = await eraseDrafts(dataDir, ids);
    // Messages, files, events and tokens hang on the ticket and go with it.
    const tickets = await session.query(`DELETE FROM ticket WHERE ${condition} RETURNING id`, [value]);
    return { tickets: tickets.length, conversations: conversations.length, letters, drafts };
  });
}

function ticketsOf(subject: Subject): { readonly condition: string; readonly value: string } {
  return 'email' in subject
    ? { condition: 'lower(email) = lower($1)', value: subject.email }
    : { condition: 'id = $1', value: subject.ticket };
}

async function eraseLetters(session: Session, email: string): Promise<number> {
  const [row] = await session.query("SELECT to_regclass('letter') IS NOT NULL AS there");
  if (row?.['there'] !== true) return 0;
  const rows = await session.query('DELETE FROM letter WHERE lower(recipient) = lower($1) RETURNING id', [
    email,
  ]);
  return rows.length;
}

/** Notes are what agents wrote about a person, so they are among that person's data. */
async function partsOf(session: Session, ticket: unknown): Promise<Row> {
  const read = async (statement: string) => (await session.query(statement, [ticket])).map(shown);
  return {
    messages: await read('SELECT * FROM ticket_message WHERE ticket = $1 ORDER BY created_at, id'),
    guides: await read('SELECT message, problem, form, solved FROM ticket_guide WHERE ticket = $1'),
    events: await read('SELECT * FROM ticket_event WHERE ticket = $1 ORDER BY at, id'),
    attachments: await read(
      `SELECT id, message, name, type, bytes, created_at, encode(content, 'base64') AS content
       FROM attachment JOIN attachment_content ON attachment = id WHERE ticket = $1 ORDER BY created_at, id`,
    ),
  };
}

function conversationsOf(tickets: readonly Row[]): readonly unknown[] {
  return tickets.flatMap(({ conversation }) => (typeof conversation === 'string' ? [conversation] : []));
}

function shown(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !WITHHELD.has(name)));
}
