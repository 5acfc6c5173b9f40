/** A mail that somebody sent, as far as Pandu needs it. */
export interface ReceivedMail {
  /** With its angle brackets; made from the mail itself when it names none. */
  readonly messageId: string;
  /** The mailbox that it says it comes from; undefined when it names none that can be written to. */
  readonly from: string | undefined;
  readonly subject: string;
  /** Plain words, also of a mail that has HTML alone. */
  readonly text: string;
  /** The Message-IDs that it follows, the nearest last. */
  readonly references: readonly string[];
  /** Sent by a machine: a bounce, an absence, a list. Such a mail is never answered. */
  readonly isAutomatic: boolean;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** So many attachments were too many, or did not come whole. */
  readonly dropped: number;
}
