/**
 * Where a ticket stands. `new`: nobody has answered. `open`: it is the agents' turn. `waiting`: it is the reader's.
 * `solved`: it is over, and opens again when the reader writes. `held`: taken for spam; kept, shown to agents apart.
 */
export const TICKET_STATUSES = ['new', 'open', 'waiting', 'solved', 'held'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** From the most to the least pressing. */
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Where a ticket was written. */
export const TICKET_CHANNELS = ['assistant', 'guide', 'contact', 'mail', 'api'] as const;
export type TicketChannel = (typeof TICKET_CHANNELS)[number];

/**
 * What an agent closes a ticket with: a guide helped, an answer without a guide did, somebody else has to (a
 * regulator, the operator), the reader never came back, it is told elsewhere already.
 */
export const OUTCOMES = ['guide', 'answer', 'referred', 'silence', 'duplicate'] as const;
export type TicketOutcome = (typeof OUTCOMES)[number];

/** How well the reader was helped. */
export const TICKET_RATINGS = ['good', 'fair', 'bad'] as const;
export type TicketRating = (typeof TICKET_RATINGS)[number];

/** The forms in which an agent sends a guide. */
export const GUIDE_FORMS = ['link', 'short', 'steps'] as const;
export type GuideForm = (typeof GUIDE_FORMS)[number];

/** `note`: for agents alone. `system`: what happened, in words for both. */
export const MESSAGE_KINDS = ['reader', 'agent', 'note', 'system'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What can happen to a ticket. */
export const TICKET_VERBS = [
  'opened',
  'replied',
  'withdrawn',
  'noted',
  'assigned',
  'prioritised',
  'classified',
  'held',
  'released',
  'solved',
  'reopened',
  'rated',
  'guide-judged',
  'late',
  'handed-over',
  'erased',
] as const;
export type TicketVerb = (typeof TICKET_VERBS)[number];

/** The parts of the inbox. */
export const INBOX_VIEWS = ['mine', 'unassigned', 'waiting', 'all', 'late', 'solved', 'held'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

/** A sign of spam in a request; enough of them together hold its ticket. */
export type Suspicion = 'trap' | 'markup' | 'links' | 'repeated' | 'link-in-subject' | 'no-proof' | 'hasty';
