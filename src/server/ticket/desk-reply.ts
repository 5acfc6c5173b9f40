import { and, eq, gt, isNull } from 'drizzle-orm';
import { answerOf } from '../database/index.ts';
import { hashRequest } from '../secret/index.ts';
import { renewWords } from './keep-words.ts';
import { readMessages } from './read-thread.ts';
import { ticketOf } from './ticket-row.ts';
import { attachmentTable, guideTable, messageTable, ticketTable, type TicketRow } from './ticket-table.ts';
import { doTo, lockTicket, type TicketWork } from './ticket-work.ts';
import type { TicketMessage } from './ticket.ts';
import type { Acted, RepeatableRequest, TicketDesk } from './tickets.ts';
import { findWritten, writeMessage } from './write-message.ts';

/** How long an agent can take a reply back. */
const UNDO_MS = 10_000;

/** Writes an agent's reply, which is sent in ten seconds; the same request, sent again, writes it once. */
export async function replyTo(
  work: TicketWork,
  agent: string,
  ticket: string,
  { text, version, guides = [], attachments = [], status = 'waiting' }: Parameters<TicketDesk['reply']>[2],
  repeatable: RepeatableRequest | undefined,
): Promise<Acted<TicketMessage>> {
  const row = await lockTicket(work, eq(ticketTable.id, ticket));
  if (!row) return { kind: 'unknown' };
  const request = repeatable && hashRequest(`agent ${agent} ${repeatable.key}`, repeatable.body);
  const before = await findWritten(work, ticket, request);
  if (before) {
    const [message] = await readMessages(work, eq(messageTable.id, before.id));
    const isSame = message && before.requestBody === request?.body;
    return isSame ? { kind: 'done', value: message } : { kind: 'changed', ticket: ticketOf(row) };
  }
  if (row.version !== version) return { kind: 'changed', ticket: ticketOf(row) };
  const sendAt = new Date(work.now.getTime() + UNDO_MS);
  const message = await writeMessage(work, {
    ...{ ticket, kind: 'agent', author: agent, text, sendAt, guides, attachments, request },
  });
  await doTo(work, row, {
    actor: { kind: 'agent', id: agent },
    verb: 'replied',
    detail: { message: message.id },
    set: { status, firstRepliedAt: row.firstRepliedAt ?? work.now, solvedAt: null, outcome: null },
  });
  return { kind: 'done', value: message };
}

/** Takes a reply back before it is sent: gives what it said, and lets the ticket be as if it had not been. */
export async function withdrawReply(
  work: TicketWork,
  agent: string,
  messageId: string,
): Promise<Acted<TicketMessage>> {
  const { typed, now } = work;
  const [message] = await readMessages(work, eq(messageTable.id, messageId));
  const row = message && (await lockTicket(work, eq(ticketTable.id, message.ticket)));
  if (!row) return { kind: 'unknown' };
  const withdrawn = await answerOf(
    typed
      .update(messageTable)
      .set({ withdrawnAt: now, text: '' })
      .where(
        and(
          eq(messageTable.id, messageId),
          eq(messageTable.kind, 'agent'),
          eq(messageTable.author, agent),
          isNull(messageTable.withdrawnAt),
          gt(messageTable.sendAt, now),
        ),
      )
      .returning({ id: messageTable.id }),
  );
  if (withdrawn.length === 0) return { kind: 'unknown' };
  await answerOf(typed.delete(guideTable).where(eq(guideTable.message, messageId)));
  await renewWords(work, [row]);
  // Free for the reply that is written instead.
  await answerOf(
    typed
      .update(attachmentTable)
      .set({ ticket: null, message: null })
      .where(eq(attachmentTable.message, messageId)),
  );
  await doTo(work, row, {
    actor: { kind: 'agent', id: agent },
    verb: 'withdrawn',
    detail: { message: messageId },
    set: await undone(work, row),
  });
  return { kind: 'done', value: message };
}

async function undone(
  work: TicketWork,
  { id, status, firstRepliedAt }: TicketRow,
): Promise<Pick<TicketRow, 'status' | 'firstRepliedAt'>> {
  const others = await answerOf(
    work.typed
      .select({ id: messageTable.id })
      .from(messageTable)
      .where(
        and(eq(messageTable.ticket, id), eq(messageTable.kind, 'agent'), isNull(messageTable.withdrawnAt)),
      )
      .limit(1),
  );
  const isAnswered = others.length > 0;
  const isOver = status === 'solved' || status === 'held';
  return {
    status: isOver ? status : isAnswered ? 'open' : 'new',
    firstRepliedAt: isAnswered ? firstRepliedAt : null,
  };
}
