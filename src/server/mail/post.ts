import { randomUUID } from 'node:crypto';
import type { Language } from '../../core/article/browser.ts';
import type { Session } from '../database/index.ts';
import type { Outbox } from '../outbox/index.ts';
import type { Ticket, TicketEffects } from '../ticket/index.ts';
import { mailEffects } from './mail-effects.ts';

/** Letters of Pandu itself, queued within the transaction of their cause; a delivery writes and sends them. */
export interface Post {
  /** That a ticket was taken; once for each ticket, nothing for one without a mailbox. */
  receipt(session: Session, ticket: Ticket): Promise<void>;
  /** A code for whoever lost the link of a ticket. */
  code(session: Session, email: string, lang: Language, code: string): Promise<void>;
  /** A link for somebody who is to answer readers. */
  invitation(session: Session, email: string, lang: Language, link: string): Promise<void>;
  /** What follows from an event of a ticket by mail. */
  readonly effects: TicketEffects;
}

/** Opens the post of an outbox. Its letters lie in a table that the delivery brings: open that one before they come. */
export function createPost({
  outbox,
  now,
}: {
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly now: () => Date;
}): Post {
  const queue = async (session: Session, letter: NewLetter) => {
    const rows = await session.query(
      `INSERT INTO letter (id, kind, ticket, recipient, lang, secret, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [letter.id, letter.kind, letter.ticket ?? null, letter.email, letter.lang, letter.secret, now()],
    );
    if (rows.length > 0)
      await outbox.enqueue(session, 'mail-letter', { letter: letter.id }, { key: letter.id });
  };
  const post: Post = {
    async receipt(session, { id, email, lang }) {
      if (email === undefined) return;
      await queue(session, { id: `receipt-${id}`, kind: 'receipt', ticket: id, email, lang, secret: '' });
    },
    code: (session, email, lang, secret) =>
      queue(session, { id: randomUUID(), kind: 'code', email, lang, secret }),
    invitation: (session, email, lang, secret) =>
      queue(session, { id: randomUUID(), kind: 'invitation', email, lang, secret }),
    effects: (session, event, ticket) => mailEffects({ outbox, post }, session, event, ticket),
  };
  return post;
}

interface NewLetter {
  readonly id: string;
  readonly kind: 'receipt' | 'code' | 'invitation';
  readonly ticket?: string;
  readonly email: string;
  readonly lang: Language;
  readonly secret: string;
}
