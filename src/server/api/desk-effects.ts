import type { HandOver } from '../connector/index.ts';
import type { JobHandlers, Outbox } from '../outbox/index.ts';
import type { Ticket, TicketDesk, TicketEffects, TicketEvent } from '../ticket/index.ts';
import type { Webhooks } from '../webhook/index.ts';

/** Who is told of what happens to tickets, beside their readers and agents. */
export interface Listeners {
  readonly webhooks: Pick<Webhooks, 'endpoints' | 'deliver'>;
  /** The desk elsewhere that answers in place of this one. */
  readonly handOver?: HandOver;
}

/** Queues what follows from an event for others: one job for each webhook endpoint, and one for a desk elsewhere. */
export function tellOthers(
  outbox: Pick<Outbox, 'enqueue'>,
  endpoints: Webhooks['endpoints'],
  connector: HandOver['name'] | undefined,
): TicketEffects {
  return async (session, event, ticket) => {
    const about = { ticket: ticket.id, event: event.id };
    for (const endpoint of endpoints) {
      const key = `${event.id} ${endpoint}`;
      await outbox.enqueue(session, 'webhook', { ...about, endpoint }, { key });
    }
    if (connector !== undefined && isNewsOfReader(event)) {
      await outbox.enqueue(
        session,
        'connector',
        { ...about, connector },
        { key: `${event.id} ${connector}` },
      );
    }
  };
}

/** Carries those jobs out. */
export function handleOthers(
  { webhooks, handOver }: Listeners,
  desk: Pick<TicketDesk, 'read'>,
): Required<Pick<JobHandlers, 'webhook' | 'connector'>> {
  return {
    async webhook({ ticket: id, event: eventId, endpoint }, { wasTaken, taken }) {
      if (wasTaken) return;
      const thread = await desk.read(id);
      const event = thread?.events.find((one) => one.id === eventId);
      // A ticket that was removed meanwhile is nobody's news any more.
      if (thread && event) await webhooks.deliver(endpoint, event, thread.ticket, taken);
    },
    async connector({ ticket, connector }, { wasTaken, taken }) {
      if (wasTaken || handOver?.name !== connector) return;
      await handOver.bring(ticket);
      taken();
    },
  };
}

/** Several effects, one after another, in the transaction of the event. */
export function allEffects(...effects: readonly TicketEffects[]): TicketEffects {
  return async (session, event: TicketEvent, ticket: Ticket) => {
    for (const effect of effects) await effect(session, event, ticket);
  };
}

function isNewsOfReader({ verb, actor }: TicketEvent): boolean {
  return verb === 'opened' || verb === 'released' || (verb === 'replied' && actor.kind === 'reader');
}
