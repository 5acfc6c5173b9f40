/** A mail to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With its angle brackets; the same for the same mail, however often it is sent. */
  readonly messageId: string;
  /** What it follows, the oldest first. */
  readonly references: readonly string[];
  /** Written by Pandu itself; no machine may answer it. */
  readonly isAutomatic: boolean;
}

/** Brings mail out of the house. */
export interface Mailer {
  /**
   * Settles once the server has taken the mail upon itself.
   * @throws {MailRefusedError} when it never will.
   * @throws {MailError} when it may later.
   */
  send(mail: Mail): Promise<void>;
}

/** A mail did not go out now. Its message names no person. */
export class MailError extends Error {
  override readonly name: string = 'MailError';
}

/** No mail goes out now, this one or another: its server is away, or not to be trusted. */
export class MailAwayError extends MailError {
  override readonly name = 'MailAwayError';
  /** The outbox says nothing of it; the health of mail does, once. */
  readonly isSaid = true;
}

/** A mail will never go out: there is no such mailbox, or its server does not take this mail. */
export class MailRefusedError extends MailError {
  override readonly name = 'MailRefusedError';
}
