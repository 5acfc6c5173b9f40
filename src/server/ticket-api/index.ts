export { mountTicketForms, TICKET_FORM_PATHS } from './ticket-forms.ts';
export type { TicketParts } from './ticket-parts.ts';
export { ticketPath } from './ticket-path.ts';
export { mountTickets, TICKET_METHODS } from './ticket-routes.ts';
