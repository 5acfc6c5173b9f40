export {
  GUIDE_FORMS,
  OUTCOMES,
  PRIORITIES,
  TICKET_CHANNELS,
  TICKET_RATINGS,
  TICKET_STATUSES,
  type GuideForm,
  type Priority,
  type TicketChannel,
  type TicketOutcome,
  type TicketRating,
  type TicketStatus,
} from './terms.ts';
export type {
  TicketForm,
  TicketFormProblem,
  TicketView,
  TicketViewAttachment,
  TicketViewGuide,
  TicketViewMessage,
} from './view.ts';
