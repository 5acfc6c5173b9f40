import type { Session } from '../database/index.ts';
import type { Ticket, TicketEvent } from '../ticket/index.ts';
import { noteDeadline } from './collect-deadlines.ts';
import type { Post, PostMeans } from './post.ts';

/**
 * Queues the mail that follows from an event: the receipt once a ticket is open for agents (one that is held as spam
 * is not answered, so that nobody's mailbox is flooded in the name of another), an agent's answer for the moment
 * from which it cannot be taken back, and to agents that a deadline comes near or has passed.
 */
export async function mailEffects(
  {
    outbox,
    post,
    tellsAgents = true,
  }: Pick<PostMeans, 'outbox' | 'tellsAgents'> & { readonly post: Pick<Post, 'receipt'> },
  session: Session,
  event: TicketEvent,
  ticket: Ticket,
): Promise<void> {
  if (event.verb === 'late') {
    if (tellsAgents) await noteDeadline(outbox, session, event);
    return;
  }
  if (ticket.email === undefined) return;
  if (event.verb === 'opened' || event.verb === 'released') {
    if (ticket.status !== 'held') await post.receipt(session, ticket);
    return;
  }
  if (event.verb !== 'replied' || event.actor.kind !== 'agent') return;
  const message = event.detail['message'] ?? '';
  const [row] = await session.query('SELECT send_at FROM ticket_message WHERE id = $1 AND ticket = $2', [
    message,
    ticket.id,
  ]);
  const startAfter = row?.['send_at'];
  if (!(startAfter instanceof Date)) return;
  await outbox.enqueue(session, 'mail-message', { ticket: ticket.id, message }, { startAfter, key: message });
}
