import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { GuideForm } from '../../core/ticket/index.ts';
import { answerOf } from '../database/index.ts';
import { createId, type KeyedRequest } from '../secret/index.ts';
import { addWords } from './keep-words.ts';
import { readMessages } from './read-thread.ts';
import { attachmentTable, guideTable, messageTable, type MessageRow } from './ticket-table.ts';
import type { TicketWork } from './ticket-work.ts';
import type { TicketMessage } from './ticket.ts';

/** The longest text of a message or comment, in UTF-16 units; whatever takes words of people refuses more. */
export const LONGEST_TEXT = 20_000;

/** What is written into a ticket. */
export interface NewMessage {
  readonly ticket: string;
  readonly kind: MessageRow['kind'];
  readonly author?: string;
  readonly text: string;
  /** Now, when it is left out. */
  readonly sendAt?: Date;
  readonly guides?: readonly { readonly problem: string; readonly form: GuideForm }[];
  readonly attachments?: readonly string[];
  readonly request?: KeyedRequest | undefined;
}

/** Writes a message, and takes up its attachments, unless they belong to another one already. */
export async function writeMessage(work: TicketWork, message: NewMessage): Promise<TicketMessage> {
  const { typed, now } = work;
  const { ticket, kind, author, text, sendAt = now, guides = [], attachments = [], request } = message;
  const id = createId();
  await answerOf(
    typed.insert(messageTable).values({
      ...{ id, ticket, kind, sendAt, createdAt: now },
      author: author ?? null,
      text: keepable(text),
      requestKey: request?.key ?? null,
      requestBody: request?.body ?? null,
    }),
  );
  if (guides.length > 0) {
    const rows = guides.map(({ problem, form }) => ({ message: id, ticket, problem, form }));
    await answerOf(typed.insert(guideTable).values(rows).onConflictDoNothing());
  }
  if (attachments.length > 0) {
    await answerOf(
      typed
        .update(attachmentTable)
        .set({ ticket, message: id })
        .where(and(inArray(attachmentTable.id, [...attachments]), isNull(attachmentTable.ticket))),
    );
  }
  await addWords(work, ticket, text);
  const [written] = await readMessages(work, eq(messageTable.id, id));
  if (!written) throw new Error('A message is gone in the transaction that wrote it.');
  return written;
}

/** The message that a request has written before. */
export async function findWritten(
  { typed }: TicketWork,
  ticket: string,
  request: KeyedRequest | undefined,
): Promise<MessageRow | undefined> {
  if (!request) return undefined;
  const [row] = await answerOf(
    typed
      .select()
      .from(messageTable)
      .where(and(eq(messageTable.ticket, ticket), eq(messageTable.requestKey, request.key))),
  );
  return row;
}

/**
 * A text as the database takes it: without NUL and halves of characters.
 * @throws {RangeError} when it is longer than {@link LONGEST_TEXT}.
 */
export function keepable(text: string): string {
  if (text.length > LONGEST_TEXT) {
    throw new RangeError(`A text of a ticket has at most ${LONGEST_TEXT} characters; refuse it before.`);
  }
  return text.replaceAll('\0', '').toWellFormed();
}
