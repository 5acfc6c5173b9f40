import type { Ticket, TicketMessage } from '../ticket/index.ts';

/** Where a ticket stands on a desk elsewhere; ids as that desk gives them. */
export interface RemoteTicket {
  readonly id: string;
  /** Whose messages they are there, where the desk asks for it. */
  readonly customer: string;
}

/** What a desk elsewhere must be able to do. Each call may be repeated after a crash, so each can be looked for first. */
export interface Connector {
  readonly name: 'chatwoot' | 'zammad';
  /** The ticket there, when an earlier call made it and nobody learnt of it. */
  find(ticket: Ticket): Promise<RemoteTicket | undefined>;
  create(ticket: Ticket, first: TicketMessage): Promise<RemoteTicket>;
  /** Ids of our messages that are there already. */
  listMessages(remote: RemoteTicket): Promise<ReadonlySet<string>>;
  addMessage(remote: RemoteTicket, ticket: Ticket, message: TicketMessage): Promise<void>;
}

/** A desk elsewhere did not do what was asked; to be tried again. The message quotes no answer, which may name a person. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
}
