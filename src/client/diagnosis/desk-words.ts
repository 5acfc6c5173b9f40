import type { SendingWords } from '../sending/browser.ts';

/** The words around the way to an agent; `{…}` are filled in. */
export interface DeskWords {
  /** What is sent: the packet alone. */
  readonly exactly: string;
  /** What is sent where the server keeps the conversation. */
  readonly withConversation: string;
  readonly emailLabel: string;
  readonly emailHint: string;
  /** Instead of the mailbox, where answers do not go by mail. */
  readonly noMail: string;
  readonly wrongEmail: string;
  readonly send: string;
  readonly sentTitle: string;
  readonly reference: string;
  /** With `{time}`. */
  readonly due: string;
  readonly awaited: string;
  readonly open: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly linkRefused: string;
  readonly keep: string;
  readonly sending: SendingWords;
}
