import type { Database } from '../database/index.ts';
import type { Attempt, Jobs } from '../outbox/index.ts';
import type { Ticket, TicketMessage } from '../ticket/index.ts';
import type { Sending } from './delivery.ts';
import { MailError, MailRefusedError } from './mailer.ts';
import { noteRefusal } from './note-refusal.ts';
import type { Thread } from './thread.ts';
import { writeHtml } from './write-html.ts';
import { writeAnswer } from './write-letter.ts';

/**
 * Sends an agent's answer to the reader by mail. It is read anew: one that was taken back, or whose ticket was
 * erased or is held, is not sent, and one that its server has taken is only marked `sent`. A process that dies before
 * it hears the server's yes has it sent again, under the same Message-ID.
 */
export async function sendMessage(
  parts: Sending,
  job: Jobs['mail-message'],
  attempt: Attempt,
): Promise<void> {
  const { database, desk, mailer, thread, now } = parts;
  if (attempt.wasTaken) {
    await mark(database, job.message, 'sent', now());
    return;
  }
  const found = await desk.read(job.ticket);
  const message = found?.messages.find(({ id }) => id === job.message);
  if (!found || message?.kind !== 'agent') return;
  const { ticket, messages } = found;
  if (ticket.email === undefined || ticket.status === 'held') return;
  if (message.sendAt > now()) throw new MailError('The message can still be taken back.');
  if (!(await markSending(database, job, now()))) return;
  const mail = {
    to: ticket.email,
    ...(await write(parts, ticket, message)),
    messageId: thread.messageId(message.id, ticket.id),
    references: await referencesOf(database, thread, ticket, messages, message),
    isAutomatic: false,
  };
  try {
    await mailer.send(mail);
    attempt.taken();
  } catch (fault) {
    if (!(fault instanceof MailRefusedError)) throw fault;
    await noteRefusal(database, ticket.id, message.id, now());
    await mark(database, job.message, 'refused', now());
    return;
  }
  await mark(database, job.message, 'sent', now());
}

/** False when it was sent, or refused, before. */
async function markSending(database: Database, job: Jobs['mail-message'], now: Date): Promise<boolean> {
  const rows = await database.query(
    `INSERT INTO mail_message (message, ticket, state, at) VALUES ($1, $2, 'sending', $3)
     ON CONFLICT (message) DO UPDATE SET at = $3 WHERE mail_message.state = 'sending' RETURNING message`,
    [job.message, job.ticket, now],
  );
  return rows.length > 0;
}

async function mark(database: Database, message: string, state: 'sent' | 'refused', now: Date) {
  await database.query('UPDATE mail_message SET state = $2, at = $3 WHERE message = $1', [
    message,
    state,
    now,
  ]);
}

async function write(parts: Sending, ticket: Ticket, message: TicketMessage) {
  const { tickets, ticketUrl, nameGuide } = parts;
  const guides = await Promise.all(message.guides.map(({ problem }) => nameGuide(ticket.lang, problem)));
  const url = ticketUrl(ticket.lang, await tickets.grantAccess(ticket.id));
  const named = guides.filter((guide) => guide !== undefined);
  const letter = writeAnswer(ticket, message, named, url);
  return { ...letter, html: writeHtml(letter.text, ticket.lang) };
}

/** The thread so far: its root, what was sent before this, and what the reader's own program sent. */
async function referencesOf(
  database: Database,
  thread: Thread,
  ticket: Ticket,
  messages: readonly TicketMessage[],
  message: TicketMessage,
): Promise<readonly string[]> {
  const rows = await database.query(
    'SELECT message_id, at FROM mail_received WHERE ticket = $1 ORDER BY at',
    [ticket.id],
  );
  const received = rows.map(({ message_id: id, at }) => ({
    id: String(id),
    at: at instanceof Date ? at : new Date(0),
  }));
  const sent = messages
    .filter(({ id, kind, sendAt }) => kind === 'agent' && id !== message.id && sendAt <= message.sendAt)
    .map(({ id, sendAt }) => ({ id: thread.messageId(id, ticket.id), at: sendAt }));
  const inOrder = [...received, ...sent].sort((a, b) => a.at.getTime() - b.at.getTime());
  return [thread.rootId(ticket.id), ...inOrder.map(({ id }) => id)];
}
