import { z } from 'zod';
import type { Priority } from '../../core/ticket/index.ts';
import type { AskOutward } from '../outward/index.ts';
import type { Ticket, TicketMessage } from '../ticket/index.ts';
import { askJson, remoteId } from './ask-json.ts';
import type { Connector } from './connector.ts';

export interface ZammadSettings {
  readonly url: string;
  /** An access token with `ticket.agent`. */
  readonly token: string;
  readonly group: string;
}

const ticketSchema = z.object({ id: remoteId, title: z.string(), customer_id: remoteId });
const articlesSchema = z.array(z.object({ message_id: z.string().nullish() }));

/** The priorities of a Zammad that nobody has changed. */
const PRIORITY: Readonly<Record<Priority, string>> = {
  urgent: '3 high',
  high: '3 high',
  normal: '2 normal',
  low: '1 low',
};

/** Nobody reads this mailbox: for readers who have left none (RFC 2606 keeps the domain free for good). */
const NO_MAILBOX = 'invalid';

/**
 * Hands tickets over to Zammad by its REST API: a ticket with one article for each message of the reader
 * (docs.zammad.org: "Tickets", "Articles"). A reader without a mailbox becomes a customer below `.invalid`.
 */
export function zammadConnector({ url, token, group }: ZammadSettings, ask: AskOutward): Connector {
  const request = askJson(ask, 'Zammad', `${url}/api/v1`, { Authorization: `Token token=${token}` });
  return {
    name: 'zammad',
    async find(ticket) {
      const query = new URLSearchParams({
        query: `title:"${markerOf(ticket)}"`,
        limit: '10',
        expand: 'true',
      });
      const found = await request({
        method: 'GET',
        path: `/tickets/search?${query.toString()}`,
        schema: z.array(ticketSchema),
      });
      const own = found.find(({ title }) => title.startsWith(markerOf(ticket)));
      return own && { id: own.id, customer: own.customer_id };
    },
    async create(ticket, first) {
      const made = await request({
        method: 'POST',
        path: '/tickets',
        body: {
          title: `${markerOf(ticket)} ${ticket.subject}`,
          group,
          customer_id: `guess:${ticket.email ?? `${ticket.id.toLowerCase()}@pandu.${NO_MAILBOX}`}`,
          priority: PRIORITY[ticket.priority],
          article: articleOf(ticket, first),
        },
        schema: ticketSchema,
      });
      return { id: made.id, customer: made.customer_id };
    },
    async listMessages(remote) {
      const articles = await request({
        method: 'GET',
        path: `/ticket_articles/by_ticket/${encodeURIComponent(remote.id)}`,
        schema: articlesSchema,
      });
      return new Set(
        articles.flatMap(({ message_id: id }) => /^<([\w-]+)@pandu>$/.exec(id ?? '')?.[1] ?? []),
      );
    },
    async addMessage(remote, ticket, message) {
      await request({
        method: 'POST',
        path: '/ticket_articles',
        body: { ticket_id: Number(remote.id), ...articleOf(ticket, message) },
        schema: z.object({ id: remoteId }),
      });
    },
  };
}

function articleOf(ticket: Ticket, message: TicketMessage): object {
  return {
    subject: ticket.subject,
    body: message.text,
    content_type: 'text/plain',
    type: 'web',
    sender: 'Customer',
    internal: false,
    // By which it is known again; the search index of tickets may lag behind.
    message_id: `<${message.id}@pandu>`,
  };
}

function markerOf({ reference }: Ticket): string {
  return `[Pandu ${reference}]`;
}
