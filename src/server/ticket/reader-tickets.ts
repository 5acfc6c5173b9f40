import { and, desc, eq, gt, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { TicketStatus } from '../../core/ticket/index.ts';
import { answerOf } from '../database/index.ts';
import { createSecret, hashRequest, hashSecret, SECRET_FORM, type KeyedRequest } from '../secret/index.ts';
import { judgeTicket } from './judge-ticket.ts';
import { openTicket } from './open-ticket.ts';
import { readMessages, seenByReader } from './read-thread.ts';
import { asReaderSees } from './seen-by-reader.ts';
import { ticketOf } from './ticket-row.ts';
import { accessTable, messageTable, ticketTable, type TicketRow } from './ticket-table.ts';
import { doTo, lockTicket, type TicketWork, type TicketWorkshop } from './ticket-work.ts';
import type { Replied, Tickets } from './tickets.ts';
import { findWritten, writeMessage } from './write-message.ts';

/** So long after its end a ticket is still found by its mailbox. */
const FOUND_DAYS = 90;
const MOST_FOUND = 50;
const DAY_MS = 86_400_000;

/** Tickets as their readers use them. */
export function openReaderTickets({ change, look }: TicketWorkshop): Tickets {
  const findWhere = async (condition: SQL | undefined) => {
    const { typed, now } = look();
    const [row] = await answerOf(
      typed
        .select()
        .from(ticketTable)
        .where(and(condition, gt(ticketTable.expiresAt, now))),
    );
    return row;
  };
  return {
    open: (order, repeatable) => change((work) => openTicket(work, order, repeatable)),
    async readOwn(token) {
      const row = await findWhere(ownedWith(look(), token));
      if (!row) return undefined;
      const work = look();
      const messages = await readMessages(work, seenByReader(row.id, work.now));
      return { ticket: await asReaderSees(work, row), messages };
    },
    replyOwn: (token, reply, repeatable) =>
      change(async (work) => {
        const request = repeatable && hashRequest(`reader ${repeatable.key}`, repeatable.body);
        return receive(work, await lockTicket(work, ownedWith(work, token)), reply, request);
      }),
    judgeOwn: (token, judgement) =>
      change(async (work) => {
        const row = await lockTicket(work, ownedWith(work, token));
        return row && ticketOf(await judgeTicket(work, row, judgement));
      }),
    async grantAccess(ticket) {
      const { typed, now } = look();
      const token = createSecret(ticket);
      await answerOf(
        typed.insert(accessTable).values({ tokenHash: hashSecret(token), ticket, createdAt: now }),
      );
      return token;
    },
    async findByEmail(email) {
      const { typed, now } = look();
      const rows = await answerOf(
        typed
          .select()
          .from(ticketTable)
          .where(
            and(
              sql`lower(${ticketTable.email}) = ${email.trim().toLowerCase()}`,
              gt(ticketTable.expiresAt, now),
              or(
                isNull(ticketTable.solvedAt),
                gt(ticketTable.solvedAt, new Date(now.getTime() - FOUND_DAYS * DAY_MS)),
              ),
            ),
          )
          .orderBy(desc(ticketTable.createdAt), desc(ticketTable.id))
          .limit(MOST_FOUND),
      );
      return rows.map(ticketOf);
    },
    receiveMail: (ticket, { messageId, text, attachments }) =>
      change(async (work) => {
        const row = await lockTicket(work, eq(ticketTable.id, ticket));
        // A mail that comes twice may be wrapped in other lines by then, but it is the same.
        const request = hashRequest(`mail ${messageId}`, '');
        return receive(work, row, { text, ...(attachments && { attachments }) }, request);
      }),
    async findById(ticket) {
      const row = await findWhere(eq(ticketTable.id, ticket));
      return row && ticketOf(row);
    },
    async findByReference(reference) {
      const row = await findWhere(eq(ticketTable.reference, reference));
      return row && ticketOf(row);
    },
  };
}

/** Whose turn it is once the reader has written. */
const AFTER_READER: Readonly<Record<TicketStatus, TicketStatus>> = {
  new: 'new',
  open: 'open',
  waiting: 'open',
  solved: 'open',
  held: 'held',
};

async function receive(
  work: TicketWork,
  row: TicketRow | undefined,
  { text, attachments = [] }: { readonly text: string; readonly attachments?: readonly string[] },
  request: KeyedRequest | undefined,
): Promise<Replied> {
  if (!row) return { kind: 'unknown' };
  const before = await findWritten(work, row.id, request);
  if (before && before.requestBody !== request?.body) return { kind: 'other-request' };
  if (before) {
    const [message] = await readMessages(work, eq(messageTable.id, before.id));
    return message ? { kind: 'replied', message, ticket: ticketOf(row) } : { kind: 'unknown' };
  }
  const message = await writeMessage(work, { ticket: row.id, kind: 'reader', text, attachments, request });
  const actor = { kind: 'reader' } as const;
  const status = AFTER_READER[row.status];
  const set = { status, solvedAt: null, outcome: null };
  let next = await doTo(work, row, { actor, verb: 'replied', detail: { message: message.id }, set });
  if (row.solvedAt) next = await doTo(work, next, { actor, verb: 'reopened' });
  return { kind: 'replied', message, ticket: ticketOf(next) };
}

/** The ticket that a token opens. */
function ownedWith({ typed }: Pick<TicketWork, 'typed'>, token: string): SQL {
  if (!SECRET_FORM.test(token)) return sql`false`;
  return inArray(
    ticketTable.id,
    typed
      .select({ ticket: accessTable.ticket })
      .from(accessTable)
      .where(eq(accessTable.tokenHash, hashSecret(token))),
  );
}
