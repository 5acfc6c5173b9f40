import type { Actor, Ticket, TicketEvent } from './ticket.ts';
import type { EventRow, TicketRow } from './ticket-table.ts';

/** A ticket as its row tells it. */
export function ticketOf(row: TicketRow): Ticket {
  const { id, reference, lang, subject, status, priority, channel, createdAt, updatedAt, version } = row;
  const { problem, service, conversation, email, phone, assignee } = row;
  const { firstReplyDue, solveDue, firstRepliedAt, solvedAt, outcome, rating, ratingComment } = row;
  return {
    ...{ id, reference, lang, subject, status, priority, channel, createdAt, updatedAt, version },
    ...known({ problem, service, conversation, email, phone, assignee }),
    ...known({ firstReplyDue, solveDue, firstRepliedAt, solvedAt, outcome, rating, ratingComment }),
  };
}

/** An event as its row tells it. */
export function eventOf({ id, ticket, at, actorKind, actorId, verb, detail }: EventRow): TicketEvent {
  const actor: Actor = actorKind === 'agent' ? { kind: 'agent', id: actorId ?? '' } : { kind: actorKind };
  return { id, ticket, at, actor, verb, detail };
}

/** Without what is null. */
export function known<Fields extends object>(
  fields: Fields,
): { readonly [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  // Only null and undefined were taken out.
  return Object.fromEntries(entries) as { readonly [Key in keyof Fields]?: NonNullable<Fields[Key]> };
}
