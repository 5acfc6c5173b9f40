import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { priorityFor, PRIORITIES, writeReference } from '../../core/ticket/index.ts';
import { answerOf } from '../database/index.ts';
import { createId, createSecret, hashRequest, hashSecret, type KeyedRequest } from '../secret/index.ts';
import { beginDeadlines } from './deadlines.ts';
import { renewWords } from './keep-words.ts';
import { ticketOf } from './ticket-row.ts';
import { accessTable, ticketTable, type TicketRow } from './ticket-table.ts';
import { doTo, expiryAfter, recordEvent, type TicketWork } from './ticket-work.ts';
import type { Opened, RepeatableRequest, TicketOrder } from './tickets.ts';
import { keepable, writeMessage } from './write-message.ts';

const REFERENCES = 10_000_000;
/** So often another reference is drawn when it is taken. */
const MOST_DRAWS = 20;

/** Opens a ticket; the same request, sent again, gives the same one with the same token. */
export async function openTicket(
  work: TicketWork,
  order: TicketOrder,
  repeatable: RepeatableRequest | undefined,
): Promise<Opened> {
  const request = repeatable && hashRequest(repeatable.key, repeatable.body);
  const id = createId();
  const row = await insertTicket(work, newRow(work, id, order, request));
  if (!row) return openedBefore(work, repeatable, request);
  const token = createSecret(id, repeatable?.key);
  await answerOf(
    work.typed.insert(accessTable).values({ tokenHash: hashSecret(token), ticket: id, createdAt: work.now }),
  );
  const { text, attachments = [], suspicions = [] } = order;
  await writeMessage(work, { ticket: id, kind: 'reader', text, attachments });
  await renewWords(work, [row]);
  await recordEvent(work, row, {
    actor: { kind: 'reader' },
    verb: 'opened',
    detail: { channel: row.channel },
  });
  if (row.status !== 'held') return { kind: 'opened', ticket: ticketOf(row), token };
  const detail = { suspicions: suspicions.join(' ') };
  const held = await doTo(work, row, { actor: { kind: 'system' }, verb: 'held', detail });
  return { kind: 'opened', ticket: ticketOf(held), token };
}

function newRow(
  { means, now }: TicketWork,
  id: string,
  order: TicketOrder,
  request: KeyedRequest | undefined,
): Omit<TicketRow, 'reference'> {
  const { lang, subject, channel, problem, service, conversation, email, phone, suspicions = [] } = order;
  const risk = problem === undefined ? undefined : means.riskOf(problem);
  const priority = priorityFor(means.policy, { channel, ...risk });
  const cause = {
    status: suspicions.length > 0 ? ('held' as const) : ('new' as const),
    priority,
    firstRepliedAt: null,
  };
  return {
    ...{ id, lang, channel, ...cause, ...beginDeadlines(cause, now, means) },
    subject: keepable(subject),
    urgency: PRIORITIES.indexOf(priority),
    problem: problem ?? null,
    service: service ?? null,
    conversation: conversation ?? null,
    email: email === undefined ? null : keepable(email.trim()),
    phone: phone === undefined ? null : keepable(phone.trim()),
    assignee: null,
    createdAt: now,
    updatedAt: now,
    solvedAt: null,
    outcome: null,
    rating: null,
    ratingComment: null,
    suspicions: suspicions.join(' '),
    openingKey: request?.key ?? null,
    openingBody: request?.body ?? null,
    version: 1,
    expiresAt: expiryAfter(now, means),
  };
}

/** Undefined when a ticket was opened with the same key before. */
async function insertTicket(
  work: TicketWork,
  row: Omit<TicketRow, 'reference'>,
): Promise<TicketRow | undefined> {
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    const reference = writeReference(randomInt(REFERENCES));
    const [inserted] = await answerOf(
      work.typed
        .insert(ticketTable)
        .values({ ...row, reference })
        .onConflictDoNothing()
        .returning(),
    );
    if (inserted) return inserted;
    if (await findOpening(work, row.openingKey)) return undefined;
  }
  throw new Error('No reference is free; let tickets that are over be removed.');
}

async function findOpening({ typed }: TicketWork, key: string | null): Promise<TicketRow | undefined> {
  if (key === null) return undefined;
  const [row] = await answerOf(typed.select().from(ticketTable).where(eq(ticketTable.openingKey, key)));
  return row;
}

async function openedBefore(
  work: TicketWork,
  repeatable: RepeatableRequest | undefined,
  request: KeyedRequest | undefined,
): Promise<Opened> {
  const row = await findOpening(work, request?.key ?? null);
  if (!row || !repeatable || row.openingBody !== request?.body) return { kind: 'other-request' };
  return { kind: 'opened', ticket: ticketOf(row), token: createSecret(row.id, repeatable.key) };
}
