import { deviceMemory, type Memory } from './device-memory.ts';

/** Where this device keeps how to reach the agent who has the conversation now. */
const TICKET_KEY = 'pandu:diagnosis-ticket';

/** What was sent to an agent: what opens it, what to read aloud, and by when an answer is due (ISO 8601). */
export interface SentTicket {
  readonly url: string;
  readonly reference: string;
  readonly answerBy?: string;
}

/** What was kept; undefined when there is nothing or it cannot be read. */
export function readTicket(memory: Memory | undefined = deviceMemory()): SentTicket | undefined {
  try {
    const kept: unknown = JSON.parse(memory?.getItem(TICKET_KEY) ?? 'null');
    return isSentTicket(kept) ? kept : undefined;
  } catch {
    // Written by another version, or by hand.
    return undefined;
  }
}

/** Keeps it with the conversation; undefined forgets it. */
export function keepTicket(
  ticket: SentTicket | undefined,
  memory: Memory | undefined = deviceMemory(),
): void {
  try {
    if (ticket) memory?.setItem(TICKET_KEY, JSON.stringify(ticket));
    else memory?.removeItem(TICKET_KEY);
  } catch {
    // Full or forbidden storage: the link is on the page now, and a reload has none.
  }
}

/** Whether a value is one; its address is of the web. */
export function isSentTicket(value: unknown): value is SentTicket {
  return (
    typeof value === 'object' &&
    value !== null &&
    'url' in value &&
    typeof value.url === 'string' &&
    /^https?:\/\//.test(value.url) &&
    'reference' in value &&
    typeof value.reference === 'string' &&
    (!('answerBy' in value) || typeof value.answerBy === 'string')
  );
}
