import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import type { Attempt, Jobs } from '../outbox/index.ts';
import type { Sending } from './delivery.ts';
import { MailRefusedError } from './mailer.ts';
import { noteRefusal } from './note-refusal.ts';
import { readDeadlines } from './read-deadlines.ts';
import { writeDeadlines, writeForAgent, writeLink } from './write-agent-letter.ts';
import { writeHtml } from './write-html.ts';
import { writeCode, writeReceipt, type LetterText } from './write-letter.ts';

/** What a code can do is over by then; a late one would only confuse. */
const CODE_MS = 60 * 60 * 1000;

/** Sends a letter of Pandu itself, and removes it. One that is gone was sent, or erased. */
export async function sendLetter(
  parts: Sending,
  { letter: id }: Jobs['mail-letter'],
  attempt: Attempt,
): Promise<void> {
  const { database } = parts;
  if (!attempt.wasTaken) await send(parts, id, attempt);
  await database.query('DELETE FROM letter WHERE id = $1', [id]);
}

async function send(parts: Sending, id: string, attempt: Attempt): Promise<void> {
  const { database, mailer, thread, now } = parts;
  const [row] = await database.query(
    'SELECT kind, ticket, recipient, lang, secret, created_at FROM letter WHERE id = $1',
    [id],
  );
  if (!row) return;
  const lang = LANGUAGES.find((known) => known === row['lang']) ?? null;
  const ticket = typeof row['ticket'] === 'string' ? row['ticket'] : undefined;
  const createdAt = row['created_at'];
  const isLate = createdAt instanceof Date && now().getTime() - createdAt.getTime() > CODE_MS;
  const written =
    row['kind'] === 'code' && isLate
      ? undefined
      : await write(parts, { id, kind: String(row['kind']), lang, ticket, secret: String(row['secret']) });
  if (!written) return;
  try {
    await mailer.send({
      to: String(row['recipient']),
      ...written,
      html: writeHtml(written.text, lang ?? 'id'),
      messageId: ticket === undefined ? thread.letterId(id) : thread.rootId(ticket),
      references: [],
      isAutomatic: true,
    });
    attempt.taken();
  } catch (fault) {
    if (!(fault instanceof MailRefusedError)) throw fault;
    if (ticket !== undefined) await noteRefusal(database, ticket, id, now());
  }
}

async function write(
  { database, tickets, ticketUrl, siteUrl, now }: Sending,
  letter: {
    readonly id: string;
    readonly kind: string;
    readonly lang: Language | null;
    readonly ticket: string | undefined;
    readonly secret: string;
  },
): Promise<LetterText | undefined> {
  const { kind, lang, secret } = letter;
  if (kind === 'code') return writeCode(lang ?? 'id', secret);
  if (kind === 'invitation' || kind === 'password') {
    return writeForAgent(lang, (one) => writeLink(kind, one, secret, siteUrl));
  }
  if (kind === 'deadline') {
    const lines = await readDeadlines(database, letter.id);
    if (lines.length === 0) return undefined;
    return writeForAgent(lang, (one) => writeDeadlines(one, lines, now(), siteUrl));
  }
  const ticket = letter.ticket === undefined ? undefined : await tickets.findById(letter.ticket);
  if (!ticket) return undefined;
  return writeReceipt(ticket, ticketUrl(ticket.lang, await tickets.grantAccess(ticket.id)));
}
