import { expect, test } from 'vitest';
import { countKills, type Acknowledged, type Arrived, type KillCounts } from './count-kills.ts';

const ACKNOWLEDGED: Acknowledged = {
  tickets: [{ email: 'r1@example.org', texts: ['one', 'two'], found: ['one', 'two', 'Halo.'] }],
  answers: ['m1'],
};
const mail = (id: string) => ({ to: ['r1@example.org'], source: `Message-ID: ${id}\r\n\r\n` });
const webhook = (id: string, type: string, message?: string) => ({ id, type, ticket: 't1', message });
const ARRIVED: Arrived = {
  mails: [mail('<ticket.t1@example.org>'), mail('<m1.t1@example.org>')],
  webhooks: [
    webhook('e1', 'ticket.opened'),
    webhook('e2', 'ticket.replied', 'm0'),
    webhook('e3', 'ticket.replied', 'm1'),
  ],
  noted: ['j1', 'j2', 'j3', 'j4', 'j5'],
};
const [RECEIPT, ANSWER] = ARRIVED.mails;
const [OPENED, , SENT] = ARRIVED.webhooks;
const [TICKET] = ACKNOWLEDGED.tickets;
const without = (place: number) => ARRIVED.webhooks.filter((_, one) => one !== place);

test.each<[string, Partial<Acknowledged>, Partial<Arrived>, Partial<KillCounts>]>([
  ['nothing is wrong', {}, {}, { tickets: 1, messages: 2, answers: 1, mails: 2, webhooks: 3 }],
  [
    'a ticket is gone',
    { tickets: [{ email: 'r1@example.org', texts: ['one', 'two'], found: undefined }] },
    {},
    { lostTickets: 1, lostMessages: 2 },
  ],
  [
    'a message is gone, another there twice',
    { tickets: TICKET ? [{ ...TICKET, found: ['one', 'one'] }] : [] },
    {},
    { lostMessages: 1, doubledMessages: 1 },
  ],
  ['the receipt is missing', {}, { mails: ANSWER ? [ANSWER] : [] }, { missingMails: 1 }],
  ['the answer is missing', {}, { mails: RECEIPT ? [RECEIPT] : [] }, { missingMails: 1 }],
  [
    'an answer came twice',
    {},
    { mails: [...ARRIVED.mails, ...(ANSWER ? [ANSWER] : [])] },
    { repeatedMails: 1 },
  ],
  [
    'a ticket was opened twice',
    {},
    { webhooks: [...ARRIVED.webhooks, ...(OPENED ? [{ ...OPENED, id: 'e9', ticket: 't2' }] : [])] },
    { doubledTickets: 1 },
  ],
  ['the opening was not told', {}, { webhooks: without(0) }, { missingWebhooks: 1 }],
  ['what the reader wrote was not told', {}, { webhooks: without(1) }, { missingWebhooks: 1 }],
  ['the answer was not told', {}, { webhooks: without(2) }, { missingWebhooks: 1 }],
  [
    'it was told twice',
    {},
    { webhooks: [...ARRIVED.webhooks, ...(SENT ? [SENT] : [])] },
    { repeatedWebhooks: 1 },
  ],
  [
    'it was sent again though it was written down',
    {},
    { noted: ['j1', 'j2', 'j1'] },
    { repeatedDespiteNote: 1 },
  ],
])('counts when %s', (_, acknowledged, arrived, expected) => {
  const { tickets, messages, answers, mails, webhooks, noted, ...wrong } = countKills(
    { ...ACKNOWLEDGED, ...acknowledged },
    { ...ARRIVED, ...arrived },
  );
  const allWrong = Object.fromEntries(Object.keys(wrong).map((key) => [key, 0]));
  const totals = { tickets, messages, answers, mails, webhooks, noted };
  expect({ ...totals, ...wrong }).toEqual({ ...totals, ...allWrong, ...expected });
});
