import { z } from 'zod';
import type { AskOutward } from '../outward/index.ts';
import type { Ticket, TicketMessage } from '../ticket/index.ts';
import { askJson, remoteId } from './ask-json.ts';
import type { Connector, RemoteTicket } from './connector.ts';

export interface ChatwootSettings {
  readonly url: string;
  readonly account: string;
  /** An inbox of the kind API. */
  readonly inbox: string;
  readonly token: string;
}

const contactSchema = z.object({ id: remoteId, identifier: z.string().nullish() });
const createdContactSchema = z.object({
  payload: z.object({
    contact: z.object({ id: remoteId }),
    contact_inbox: z.object({ source_id: z.string() }),
  }),
});
const foundContactsSchema = z.object({ payload: z.array(contactSchema) });
const conversationSchema = z.object({
  id: remoteId,
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
});
const conversationsSchema = z.object({ payload: z.array(conversationSchema) });
const messagesSchema = z.object({
  payload: z.array(
    z.object({ id: z.int(), content_attributes: z.record(z.string(), z.unknown()).nullish() }),
  ),
});

/** The attribute by which our tickets and messages are known again there. */
const TICKET = 'pandu_ticket';
const MESSAGE = 'pandu_message';

/**
 * Hands tickets over to Chatwoot by its application API: a contact and a conversation in an API inbox for each
 * ticket (developers.chatwoot.com: "Create Contact", "Create New Conversation", "Create New Message").
 */
export function chatwootConnector(settings: ChatwootSettings, ask: AskOutward): Connector {
  const { url, account, token } = settings;
  const inbox = Number(settings.inbox);
  const request = askJson(ask, 'Chatwoot', `${url}/api/v1/accounts/${account}`, { api_access_token: token });

  const findContact = async (ticket: Ticket) => {
    const query = new URLSearchParams({ q: identifierOf(ticket) });
    const { payload } = await request({
      method: 'GET',
      path: `/contacts/search?${query.toString()}`,
      schema: foundContactsSchema,
    });
    return payload.find(({ identifier }) => identifier === identifierOf(ticket))?.id;
  };
  const findConversation = async (ticket: Ticket, contact: string) => {
    const path = `/contacts/${encodeURIComponent(contact)}/conversations`;
    const { payload } = await request({ method: 'GET', path, schema: conversationsSchema });
    return payload.find(({ custom_attributes: attributes }) => attributes?.[TICKET] === ticket.id)?.id;
  };
  const addSource = async (contact: string) => {
    const path = `/contacts/${encodeURIComponent(contact)}/contact_inboxes`;
    const { source_id: source } = await request({
      method: 'POST',
      path,
      body: { inbox_id: inbox },
      schema: z.object({ source_id: z.string() }),
    });
    return { contact, source };
  };
  const createContact = async (ticket: Ticket) => {
    // Mailbox and number are unique among contacts there, and one person may have several tickets: they stand
    // beside the conversation.
    const body = { inbox_id: inbox, name: `Pandu ${ticket.reference}`, identifier: identifierOf(ticket) };
    const { payload } = await request({
      method: 'POST',
      path: '/contacts',
      body,
      schema: createdContactSchema,
    });
    return { contact: payload.contact.id, source: payload.contact_inbox.source_id };
  };

  return {
    name: 'chatwoot',
    async find(ticket) {
      const contact = await findContact(ticket);
      const id = contact === undefined ? undefined : await findConversation(ticket, contact);
      return contact === undefined || id === undefined ? undefined : { id, customer: contact };
    },
    async create(ticket, first) {
      const known = await findContact(ticket);
      const { contact, source } = known === undefined ? await createContact(ticket) : await addSource(known);
      const { id } = await request({
        method: 'POST',
        path: '/conversations',
        body: {
          source_id: source,
          inbox_id: inbox,
          contact_id: Number(contact),
          status: 'open',
          custom_attributes: attributesOf(ticket),
        },
        schema: conversationSchema,
      });
      const remote = { id, customer: contact };
      await this.addMessage(remote, ticket, first);
      return remote;
    },
    async listMessages(remote) {
      const path = `/conversations/${encodeURIComponent(remote.id)}/messages`;
      const found = new Set<string>();
      // Without `after` there would come the last twenty alone; with it, a hundred from the oldest on.
      let after = 0;
      for (;;) {
        const page = { method: 'GET', path: `${path}?after=${after}`, schema: messagesSchema } as const;
        const { payload } = await request(page);
        for (const { content_attributes: attributes } of payload) {
          const id = attributes?.[MESSAGE];
          if (typeof id === 'string') found.add(id);
        }
        const last = Math.max(after, ...payload.map(({ id }) => id));
        if (last === after) return found;
        after = last;
      }
    },
    async addMessage(remote: RemoteTicket, _: Ticket, message: TicketMessage) {
      await request({
        method: 'POST',
        path: `/conversations/${encodeURIComponent(remote.id)}/messages`,
        body: {
          content: message.text,
          message_type: 'incoming',
          private: false,
          content_attributes: { [MESSAGE]: message.id },
        },
        schema: z.object({ id: remoteId }),
      });
    },
  };
}

function identifierOf({ id }: Ticket): string {
  return `pandu-${id}`;
}

function attributesOf({
  id,
  reference,
  subject,
  priority,
  problem,
  service,
  lang,
  email,
  phone,
}: Ticket): object {
  return {
    [TICKET]: id,
    reference,
    subject,
    priority,
    lang,
    ...(problem !== undefined && { problem }),
    ...(service !== undefined && { service }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
}
