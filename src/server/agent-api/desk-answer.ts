import type { DeskMessage, DeskThread, DeskTicket, DeskTicketEvent } from '../../core/ticket/index.ts';
import type { Ticket, TicketEvent, TicketMessage } from '../ticket/index.ts';

/** The addresses of agents' API, all of them below this. */
export const AGENT_API = '/agent/api';

/** The name of an agent by id; undefined for one who is gone. */
export type NameAgent = (id: string) => string | undefined;

/** A ticket as agents' pages read it. */
export function ticketAnswer(ticket: Ticket, nameOf: NameAgent): DeskTicket {
  const { createdAt, updatedAt, firstReplyDue, solveDue, firstRepliedAt, solvedAt, assignee, ...rest } =
    ticket;
  const moments = Object.entries({ firstReplyDue, solveDue, firstRepliedAt, solvedAt });
  const assigneeName = assignee === undefined ? undefined : nameOf(assignee);
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(assignee !== undefined && { assignee }),
    ...(assigneeName !== undefined && { assigneeName }),
    ...Object.fromEntries(moments.flatMap(([name, at]) => (at ? [[name, at.toISOString()]] : []))),
  };
}

/** A message as agents' pages read it. */
export function messageAnswer(message: TicketMessage, nameOf: NameAgent): DeskMessage {
  const { ticket, createdAt, sendAt, attachments, ...rest } = message;
  const authorName = message.author === undefined ? undefined : nameOf(message.author);
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    sendAt: sendAt.toISOString(),
    ...(authorName !== undefined && { authorName }),
    attachments: attachments.map((one) => ({
      ...one,
      url: `${AGENT_API}/tickets/${encodeURIComponent(ticket)}/attachments/${encodeURIComponent(one.id)}`,
    })),
  };
}

export function eventAnswer({ id, at, actor, verb, detail }: TicketEvent): DeskTicketEvent {
  return { id, at: at.toISOString(), actor, verb, detail };
}

/** Other tickets of the same mailbox, in short. */
export function earlierAnswer(
  tickets: readonly Ticket[],
  current: string,
): NonNullable<DeskThread['earlier']> {
  return tickets
    .filter(({ id }) => id !== current)
    .map(({ id, reference, subject, status, createdAt }) => ({
      id,
      reference,
      subject,
      status,
      createdAt: createdAt.toISOString(),
    }));
}
