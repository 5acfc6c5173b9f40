import { readReference } from '../../core/ticket/index.ts';

/** Names what a mail belongs to, in its headers, so that programs keep the thread and Pandu finds the ticket. */
export interface Thread {
  /** Of a message of a ticket. */
  messageId(message: string, ticket: string): string;
  /** Of what begins the thread of a ticket; each mail of the ticket refers to it. */
  rootId(ticket: string): string;
  /** Of a letter that belongs to no ticket. */
  letterId(letter: string): string;
  /** Whether one of these Message-IDs is of a letter to agents about deadlines ({@link DEADLINE_LETTER}). */
  hasDeadlines(ids: readonly string[]): boolean;
  /** The tickets that Message-IDs of ours name, the last first. */
  readTickets(ids: readonly string[]): readonly string[];
}

const ROOT = 'ticket';
const LETTER = 'letter';
/** How the id of a letter begins that tells agents of deadlines. */
export const DEADLINE_LETTER = 'deadline-';
const MARKER = /\[#\s?(\d{4}[-\u2010-\u2013 ]?\d{4})\]/u;

/** `siteUrl` gives the host that stands in the Message-IDs. */
export function openThread(siteUrl: string): Thread {
  const { hostname } = new URL(siteUrl);
  const idOf = (first: string, second: string) => `<${first}.${second}@${hostname}>`;
  const own = new RegExp(`^<([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)@${hostname.replaceAll('.', '\\.')}>$`, 'i');
  return {
    messageId: idOf,
    rootId: (ticket) => idOf(ROOT, ticket),
    letterId: (letter) => idOf(letter, LETTER),
    hasDeadlines: (ids) =>
      ids.some((id) => {
        const [, first, second] = own.exec(id) ?? [];
        return second === LETTER && first?.startsWith(DEADLINE_LETTER) === true;
      }),
    readTickets(ids) {
      const tickets = ids.flatMap((id) => own.exec(id)?.[2] ?? []).filter((ticket) => ticket !== LETTER);
      return [...new Set(tickets.reverse())];
    },
  };
}

/** A subject with the reference of its ticket, once. */
export function markSubject(subject: string, reference: string): string {
  return `${subject} [#${reference}]`;
}

/** The reference in a subject; undefined when there is none, or one with a wrong digit. */
export function readMarker(subject: string): string | undefined {
  const marked = MARKER.exec(subject)?.[1];
  return marked === undefined ? undefined : readReference(marked);
}
