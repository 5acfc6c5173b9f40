export { openTicketStore, type TicketStore } from './ticket-store.ts';
export { LONGEST_TEXT } from './write-message.ts';
export {
  MESSAGE_KINDS,
  TICKET_VERBS,
  type Actor,
  type MessageKind,
  type SentGuide,
  type Ticket,
  type TicketEvent,
  type TicketMessage,
  type TicketVerb,
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
