import type { TakenWebhook } from './fake-receivers.ts';

/** What a server has acknowledged: whoever sent it was told that it is there. */
export interface Acknowledged {
  readonly tickets: readonly {
    /** The mailbox, of which no other ticket has the same. */
    readonly email: string;
    /** What its reader wrote, each text once. */
    readonly texts: readonly string[];
    /** The texts on the page of the ticket afterwards; undefined when there is none. */
    readonly found: readonly string[] | undefined;
  }[];
  /** Ids of messages that an agent has sent. */
  readonly answers: readonly string[];
}

/** What arrived outside. */
export interface Arrived {
  readonly mails: readonly { readonly to: readonly string[]; readonly source: string }[];
  readonly webhooks: readonly TakenWebhook[];
  /** Ids of jobs, as often as the server wrote down that they were taken. */
  readonly noted: readonly string[];
}

export interface KillCounts {
  readonly tickets: number;
  readonly messages: number;
  readonly answers: number;
  readonly lostTickets: number;
  readonly lostMessages: number;
  readonly doubledTickets: number;
  readonly doubledMessages: number;
  readonly mails: number;
  readonly missingMails: number;
  /** Sent more than once under the same Message-ID. */
  readonly repeatedMails: number;
  readonly webhooks: number;
  readonly missingWebhooks: number;
  /** Delivered more than once under the same webhook-id. */
  readonly repeatedWebhooks: number;
  /** Deliveries that the server wrote down. */
  readonly noted: number;
  /** Delivered, and written down, once more after they were. */
  readonly repeatedDespiteNote: number;
}

/** Compares what was acknowledged with what is there and what arrived; all but the totals should be 0. */
export function countKills(
  { tickets, answers }: Acknowledged,
  { mails, webhooks, noted }: Arrived,
): KillCounts {
  const texts = tickets.flatMap((ticket) =>
    ticket.texts.map((text) => ({ text, found: ticket.found ?? [] })),
  );
  const timesOf = ({ text, found }: { text: string; found: readonly string[] }) =>
    found.filter((one) => one.includes(text)).length;
  const messageIds = mails.map(({ source }) => /^Message-ID: *(<[^>]+>)/im.exec(source)?.[1] ?? '');
  const receipts = new Set(
    mails.flatMap(({ to }, place) => (messageIds[place]?.startsWith('<ticket.') ? to : [])),
  );
  const answered = new Set(messageIds.map((id) => /^<([^.]+)\./.exec(id)?.[1] ?? ''));
  const opened = webhooks.filter(({ type }) => type === 'ticket.opened');
  const replied = webhooks.filter(({ type }) => type === 'ticket.replied');
  const told = new Set(replied.map(({ message }) => message));
  const replies = texts.length - tickets.length;
  const openedTickets = new Set(opened.map(({ ticket }) => ticket)).size;
  const missingAnswers = answers.filter((id) => !told.has(id)).length;
  const byReaders = [...told].filter((id) => id !== undefined && !answers.includes(id)).length;
  return {
    tickets: tickets.length,
    messages: texts.length,
    answers: answers.length,
    lostTickets: tickets.filter(({ found }) => found === undefined).length,
    lostMessages: texts.filter((one) => timesOf(one) === 0).length,
    doubledTickets: Math.max(0, openedTickets - tickets.length),
    doubledMessages: texts.filter((one) => timesOf(one) > 1).length,
    mails: mails.length,
    missingMails:
      tickets.filter(({ email }) => !receipts.has(email)).length +
      answers.filter((id) => !answered.has(id)).length,
    repeatedMails: repeated(messageIds),
    webhooks: webhooks.length,
    missingWebhooks:
      Math.max(0, tickets.length - openedTickets) + missingAnswers + Math.max(0, replies - byReaders),
    repeatedWebhooks: repeated(webhooks.map(({ id }) => id)),
    noted: noted.length,
    repeatedDespiteNote: repeated(noted),
  };
}

function repeated(ids: readonly string[]): number {
  return ids.length - new Set(ids).size;
}
