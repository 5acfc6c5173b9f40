export {
  GUIDE_FORMS,
  INBOX_VIEWS,
  MESSAGE_KINDS,
  OUTCOMES,
  PRIORITIES,
  TICKET_CHANNELS,
  TICKET_RATINGS,
  TICKET_STATUSES,
  TICKET_VERBS,
  type GuideForm,
  type InboxView,
  type MessageKind,
  type Priority,
  type Suspicion,
  type TicketChannel,
  type TicketOutcome,
  type TicketRating,
  type TicketStatus,
  type TicketVerb,
} from './terms.ts';
export type * from './desk-view.ts';
export type {
  TicketForm,
  TicketFormProblem,
  TicketFormRefusal,
  TicketView,
  TicketViewAttachment,
  TicketViewGuide,
  TicketViewMessage,
} from './view.ts';
export { sayWait } from './say-wait.ts';
export { writeInsertion } from './write-insertion.ts';
