import type { DeskSettings } from './desk-settings.ts';

/** A desk for tests; each word is its own name. */
export const FAKE_DESK: DeskSettings = {
  tickets: '/api/v1/tickets',
  proof: '/api/v1/proof',
  contact: '/kontak/',
  answersByMail: true,
  words: {
    exactly: '«exactly»',
    withConversation: '«withConversation»',
    emailLabel: '«emailLabel»',
    emailHint: '«emailHint»',
    noMail: '«noMail»',
    wrongEmail: '«wrongEmail»',
    send: '«send»',
    sentTitle: '«sentTitle»',
    reference: '«reference»',
    due: 'due {time}',
    awaited: '«awaited»',
    open: '«open»',
    copyLink: '«copyLink»',
    linkCopied: '«linkCopied»',
    linkRefused: '«linkRefused»',
    keep: '«keep»',
    sending: {
      sending: '«sending»',
      refused: '«refused»',
      tooMany: '«tooMany»',
      away: '«away»',
      secret: '«secret»',
    },
  },
};
