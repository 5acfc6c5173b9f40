import type { TicketView } from '../../core/ticket/browser.ts';

/** Whether an answer of the server is a ticket; its parts are drawn as text, whatever they hold. */
export function isTicketView(value: unknown): value is TicketView {
  return (
    typeof value === 'object' &&
    value !== null &&
    'reference' in value &&
    typeof value.reference === 'string' &&
    'status' in value &&
    typeof value.status === 'string' &&
    'messages' in value &&
    Array.isArray(value.messages)
  );
}
