export { openTicketStore, type TicketStore } from './ticket-store.ts';
export { LONGEST_TEXT } from './write-message.ts';
export type {
  Actor,
  MessageKind,
  SentGuide,
  Ticket,
  TicketEvent,
  TicketMessage,
  TicketVerb,
} from './ticket.ts';
export {
  INBOX_VIEWS,
  type Acted,
  type InboxPage,
  type InboxQuery,
  type InboxView,
  type Opened,
  type Replied,
  type RepeatableRequest,
  type TicketDesk,
  type TicketEffects,
  type TicketMeans,
  type TicketOrder,
  type TicketRisk,
  type Tickets,
  type TicketThread,
} from './tickets.ts';
export { createLiveTickets, type LiveTickets } from './live-tickets.ts';
