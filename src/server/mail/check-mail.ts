import { MailRefusedError, type Mail } from './mailer.ts';

/** One mailbox without a name: nothing that could end a header or begin another address. */
const MAILBOX =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,190}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;
const MESSAGE_ID = /^<[a-z0-9._-]{1,120}@[a-z0-9.:[\]-]{1,200}>$/i;
/** As RFC 5322 lets others write them; no space and no control may stand within. */
const FOREIGN_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,400}>$/;
const MOST_REFERENCES = 20;
const LONGEST_SUBJECT = 200;

/** True for one mailbox that can be written to. */
export function isMailbox(text: string): boolean {
  return MAILBOX.test(text);
}

/** A Message-ID as it may be quoted in a header; undefined for what is none. */
export function readMessageId(text: string | undefined): string | undefined {
  return text !== undefined && FOREIGN_ID.test(text) ? text : undefined;
}

/**
 * Gives a mail whose every header is safe to write: a subject in one line, references that are such.
 * @throws {MailRefusedError} when its mailbox or Message-ID is none.
 */
export function checkMail(mail: Mail): Mail {
  if (!isMailbox(mail.to)) throw new MailRefusedError('The mailbox has not the form of one.');
  if (!MESSAGE_ID.test(mail.messageId)) throw new MailRefusedError('The Message-ID has not the form of one.');
  return {
    ...mail,
    subject: writeSubject(mail.subject),
    references: mail.references.filter((id) => FOREIGN_ID.test(id)).slice(-MOST_REFERENCES),
  };
}

/** Words that fit into one line of a header. */
export function writeSubject(words: string): string {
  const line = words
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  // Half a character at the cut is taken away.
  return line.length <= LONGEST_SUBJECT
    ? line
    : `${line.slice(0, LONGEST_SUBJECT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
