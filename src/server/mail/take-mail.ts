import { createHash, randomBytes } from 'node:crypto';
import type { Attachments } from '../attachment/index.ts';
import type { Database } from '../database/index.ts';
import type { Ticket, Tickets } from '../ticket/index.ts';
import { guessLanguage } from './guess-language.ts';
import { wordMail } from './word-mail.ts';
import type { ReceivedMail } from './received-mail.ts';
import { readMarker, type Thread } from './thread.ts';

/** What mail that arrives becomes tickets with. */
export interface TakingParts {
  readonly database: Database;
  readonly tickets: Tickets;
  readonly attachments: Pick<Attachments, 'store'>;
  readonly thread: Thread;
  /** The mailbox that Pandu itself writes from. */
  readonly ownMailbox: string;
  readonly now: () => Date;
}

/** What became of a mail. */
export type TakenMail = 'opened' | 'answered' | 'ignored' | 'taken-before';

/** Whoever opens more tickets by mail within an hour is held, so that two machines cannot answer one another for ever. */
const MOST_PER_HOUR = 5;
const HOUR_MS = 3_600_000;

/**
 * Makes of a mail what it means: an answer to a ticket, when it names one in its thread or subject and comes from the
 * mailbox of that ticket; else a new ticket. Mail of machines, and answers to letters about deadlines, become nothing. The same mail is taken once, also
 * when the process dies in the middle.
 */
export async function takeMail(parts: TakingParts, mail: ReceivedMail): Promise<TakenMail> {
  const { from } = mail;
  if (mail.isAutomatic || from === undefined || isOwn(parts, from)) return 'ignored';
  // Only agents have had one, and it says that a reply reaches no reader.
  if (parts.thread.hasDeadlines(mail.references)) return 'ignored';
  const idHash = createHash('sha256').update(mail.messageId).digest('base64url');
  const openingKey = await begin(parts, idHash);
  if (openingKey === undefined) return 'taken-before';
  const attachments = await storeAll(parts, mail);
  const ticket = await findTicket(parts, mail, from);
  const taken = ticket
    ? await answer(parts, ticket, mail, attachments)
    : await open(parts, mail, from, { openingKey, attachments });
  await end(parts, idHash, mail, taken);
  return ticket ? 'answered' : 'opened';
}

function isOwn({ ownMailbox }: TakingParts, from: string): boolean {
  return from.toLowerCase() === ownMailbox.toLowerCase();
}

/** The key with which this mail opens a ticket, the same each time; undefined once it was taken. */
async function begin({ database, now }: TakingParts, idHash: string): Promise<string | undefined> {
  await database.query(
    `INSERT INTO mail_taken (id_hash, opening_key, is_done, at) VALUES ($1, $2, false, $3)
     ON CONFLICT (id_hash) DO NOTHING`,
    [idHash, randomBytes(32).toString('base64url'), now()],
  );
  const [row] = await database.query('SELECT opening_key, is_done FROM mail_taken WHERE id_hash = $1', [
    idHash,
  ]);
  return row && row['is_done'] === false ? String(row['opening_key']) : undefined;
}

async function end(
  { database, now }: TakingParts,
  idHash: string,
  { messageId }: ReceivedMail,
  ticket: string,
): Promise<void> {
  await database.transaction(async (session) => {
    await session.query(
      `INSERT INTO mail_received (message_id, ticket, at) SELECT $1, id, $3 FROM ticket WHERE id = $2
       ON CONFLICT (message_id) DO NOTHING`,
      [messageId, ticket, now()],
    );
    await session.query('UPDATE mail_taken SET is_done = true WHERE id_hash = $1', [idHash]);
  });
}

interface StoredAttachments {
  readonly ids: readonly string[];
  readonly dropped: number;
}

async function storeAll({ attachments }: TakingParts, mail: ReceivedMail): Promise<StoredAttachments> {
  const ids: string[] = [];
  let { dropped } = mail;
  // One after another: each is held in memory and looked through.
  for (const file of mail.attachments) {
    const stored = await attachments.store(file);
    if (stored.kind === 'stored') ids.push(stored.attachment.id);
    else dropped += 1;
  }
  return { ids, dropped };
}

/** The ticket that a mail names and that belongs to its sender; another's is never found. */
async function findTicket(
  { tickets, thread }: TakingParts,
  { references, subject }: ReceivedMail,
  from: string,
): Promise<Ticket | undefined> {
  for (const id of thread.readTickets(references)) {
    const ticket = await tickets.findById(id);
    if (ticket && isOf(ticket, from)) return ticket;
  }
  const reference = readMarker(subject);
  const ticket = reference === undefined ? undefined : await tickets.findByReference(reference);
  return ticket && isOf(ticket, from) ? ticket : undefined;
}

function isOf({ email }: Ticket, mailbox: string): boolean {
  return email?.toLowerCase() === mailbox.toLowerCase();
}

async function answer(
  { tickets }: TakingParts,
  ticket: Ticket,
  mail: ReceivedMail,
  { ids, dropped }: StoredAttachments,
): Promise<string> {
  const text = wordMail(mail.text, { lang: ticket.lang, dropped, isReply: true });
  await tickets.receiveMail(ticket.id, { messageId: mail.messageId, text, attachments: ids });
  return ticket.id;
}

async function open(
  { tickets, now }: TakingParts,
  mail: ReceivedMail,
  from: string,
  { openingKey, attachments }: { readonly openingKey: string; readonly attachments: StoredAttachments },
): Promise<string> {
  const lang = guessLanguage(`${mail.subject} ${mail.text}`);
  const before = new Date(now().getTime() - HOUR_MS);
  const recent = (await tickets.findByEmail(from)).filter(({ createdAt }) => createdAt > before);
  const opened = await tickets.open(
    {
      lang,
      subject: mail.subject || NO_SUBJECT[lang],
      text: wordMail(mail.text, { lang, dropped: attachments.dropped, isReply: false }),
      channel: 'mail',
      email: from,
      attachments: attachments.ids,
      suspicions: recent.length >= MOST_PER_HOUR ? ['many-mails'] : [],
    },
    { key: openingKey, body: mail.messageId },
  );
  if (opened.kind !== 'opened') throw new Error('A mail was taken for another one.');
  return opened.ticket.id;
}

const NO_SUBJECT = { id: 'Email tanpa judul', en: 'Mail without a subject' } as const;
