import { and, asc, eq, inArray, isNull, lte, ne, or, type SQL } from 'drizzle-orm';
import { answerOf } from '../database/index.ts';
import { known } from './ticket-row.ts';
import { attachmentTable, guideTable, messageTable, type MessageRow } from './ticket-table.ts';
import type { TicketWork } from './ticket-work.ts';
import type { TicketMessage } from './ticket.ts';

/** The messages of a condition with their guides and attachments, oldest first; none that was withdrawn. */
export async function readMessages(
  { typed }: Pick<TicketWork, 'typed'>,
  condition: SQL | undefined,
): Promise<TicketMessage[]> {
  const rows = await answerOf(
    typed
      .select()
      .from(messageTable)
      .where(and(condition, isNull(messageTable.withdrawnAt)))
      .orderBy(asc(messageTable.place)),
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const guides = await answerOf(typed.select().from(guideTable).where(inArray(guideTable.message, ids)));
  const attachments = await answerOf(
    typed
      .select()
      .from(attachmentTable)
      .where(inArray(attachmentTable.message, ids))
      .orderBy(asc(attachmentTable.createdAt), asc(attachmentTable.id)),
  );
  return rows.map((row) => ({
    ...messageOf(row),
    guides: guides
      .filter(({ message }) => message === row.id)
      .map(({ problem, form, solved }) => ({ problem, form, ...known({ solved }) })),
    attachments: attachments
      .filter(({ message }) => message === row.id)
      .map(({ id, name, type, bytes }) => ({ id, name, type, bytes })),
  }));
}

/** Which messages of a ticket its reader may see: no notes, and nothing that is not sent yet. */
export function seenByReader(ticket: string, now: Date): SQL | undefined {
  return and(
    eq(messageTable.ticket, ticket),
    ne(messageTable.kind, 'note'),
    or(ne(messageTable.kind, 'agent'), lte(messageTable.sendAt, now)),
  );
}

function messageOf({ id, ticket, kind, author, text, createdAt, sendAt }: MessageRow) {
  return { id, ticket, kind, text, createdAt, sendAt, ...known({ author }) };
}
