import type { Language } from '../../core/article/browser.ts';
import type { Database, Session } from '../database/index.ts';
import type { Ticket, TicketEffects } from '../ticket/index.ts';
import { collectDeadlines } from './collect-deadlines.ts';
import { mailEffects } from './mail-effects.ts';
import { queueLetter, type LetterQueue, type NewLetter } from './queue-letter.ts';

/** Letters of Pandu itself, queued within the transaction of their cause; a delivery writes and sends them. */
export interface Post {
  /** That a ticket was taken; once for each ticket, nothing for one without a mailbox. */
  receipt(session: Session, ticket: Ticket): Promise<void>;
  /** A code for whoever lost the link of a ticket. */
  code(session: Session, email: string, lang: Language, code: string): Promise<void>;
  /** A link for somebody who is to answer readers. */
  invitation(session: Session, email: string, lang: Language | null, link: string): Promise<void>;
  /** A link for an agent who lost their password. */
  password(session: Session, email: string, lang: Language | null, link: string): Promise<void>;
  /** Collects the deadlines that came near or have passed into one letter to each agent. */
  collectDeadlines(database: Database): Promise<void>;
  /** What follows from an event of a ticket by mail. */
  readonly effects: TicketEffects;
}

/** What letters are queued with. */
export interface PostMeans extends LetterQueue {
  /** False when a desk elsewhere answers, so that deadlines here are nobody's. Default true. */
  readonly tellsAgents?: boolean;
}

/** Opens the post of an outbox. Its letters lie in a table that the delivery brings: open that one before they come. */
export function createPost(means: PostMeans): Post {
  const queue = async (session: Session, letter: NewLetter) => {
    await queueLetter(means, session, letter);
  };
  const post: Post = {
    async receipt(session, { id, email, lang }) {
      if (email === undefined) return;
      await queue(session, { id: `receipt-${id}`, kind: 'receipt', ticket: id, email, lang });
    },
    code: (session, email, lang, secret) => queue(session, { kind: 'code', email, lang, secret }),
    invitation: (session, email, lang, secret) => queue(session, { kind: 'invitation', email, lang, secret }),
    password: (session, email, lang, secret) => queue(session, { kind: 'password', email, lang, secret }),
    collectDeadlines: (database) => collectDeadlines(database, means),
    effects: (session, event, ticket) => mailEffects({ ...means, post }, session, event, ticket),
  };
  return post;
}
