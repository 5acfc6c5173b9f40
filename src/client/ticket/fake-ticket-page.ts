import type { TicketView, TicketViewMessage } from '../../core/ticket/browser.ts';
import type { TicketPageView } from './ticket-page-view.ts';
import type { TicketWords } from './words.ts';

/** Words for tests: each is its own name. */
export const FAKE_TICKET_WORDS: TicketWords = {
  standing: { new: 'is new', open: 'is open', waiting: 'is waiting', solved: 'is solved' },
  due: 'due {time}',
  late: 'late {time}',
  awaited: 'awaited',
  readerTurn: 'your turn',
  solvedText: 'it is over',
  reference: 'number {reference}',
  thread: 'thread',
  you: 'you',
  agent: 'agent',
  pandu: 'pandu',
  guideSolved: 'it helps',
  guideFailed: 'not yet',
  saidSolved: 'you said it helps',
  saidFailed: 'you said not yet',
  files: 'files',
  replyFirst: 'add',
  replyTitle: 'reply',
  replyAgain: 'reply again',
  replyLabel: 'your words',
  send: 'send',
  sent: 'sent',
  solvedNow: 'solved now',
  newAnswer: 'new',
  ratingTitle: 'how was it',
  ratings: { good: 'good', fair: 'fair', bad: 'bad' },
  commentLabel: 'comment',
  rate: 'rate',
  rated: 'rated {rating}',
  file: {
    label: 'files',
    hint: 'hint',
    remove: 'remove {name}',
    progress: '{percent}%',
    wrongType: '{name} is of a wrong type',
    tooLarge: '{name} is too large',
    tooMany: 'too many',
    notTaken: '{name} is not taken',
  },
  problems: {
    missing: 'is missing',
    'too-long': 'is too long',
    'not-an-address': 'is no address',
    secret: 'holds a secret',
    'file-type': 'is of a wrong type',
    'file-size': 'is too large',
    'no-room': 'finds no room',
  },
  sending: { sending: 'sending', refused: 'refused', tooMany: 'too many', away: 'away', secret: 'secret' },
};

/** A message for tests. */
export function fakeMessage(more: Partial<TicketViewMessage> = {}): TicketViewMessage {
  return {
    id: 'm1',
    from: 'agent',
    text: 'Halo',
    at: '2026-11-25T02:00:00Z',
    guides: [],
    attachments: [],
    ...more,
  };
}

/** The page of a ticket for tests, at noon of a Wednesday in Jakarta. */
export function fakeTicketPage(
  view: Partial<TicketView> = {},
  more: Partial<TicketPageView> = {},
): TicketPageView {
  return {
    lang: 'id',
    words: FAKE_TICKET_WORDS,
    path: '/tiket/t0ken/',
    origin: 'https://pandu.example.org',
    now: new Date('2026-11-25T05:00:00Z'),
    key: 'k1',
    view: {
      reference: '4829-1735',
      lang: 'id',
      subject: 'Saldo hilang',
      status: 'new',
      createdAt: '2026-11-25T01:00:00Z',
      messages: [],
      hasEmail: false,
      ...view,
    },
    ...more,
  };
}
