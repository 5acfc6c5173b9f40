export interface AttachmentInfo {
  readonly id: string;
  readonly name: string;
  /** By its content, not by its name: `image/png` … or `application/pdf`. */
  readonly type: string;
  readonly bytes: number;
}

export type Stored =
  | { readonly kind: 'stored'; readonly attachment: AttachmentInfo }
  | { readonly kind: 'refused'; readonly reason: 'too-big' | 'type' | 'unreadable' | 'empty' | 'full' };

/**
 * Files that readers and agents send. A file belongs to nobody until a message takes it up (`claim`); what nobody
 * takes up within a day is removed. Content lies in the database, so that it is backed up, moved and erased with
 * the rest.
 */
export interface Attachments {
  /** Checks a file by its content, takes out what an image tells of place and device, and keeps it. */
  store(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Stored>;
  /** A file with its bytes, when it belongs to that ticket. */
  read(
    ticket: string,
    attachment: string,
  ): Promise<{ readonly info: AttachmentInfo; readonly bytes: Uint8Array } | undefined>;
  /** Removes what nobody has taken up. */
  expire(): Promise<void>;
}
