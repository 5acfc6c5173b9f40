import { randomUUID } from 'node:crypto';
import type { Language } from '../../core/article/browser.ts';
import type { Session } from '../database/index.ts';
import type { Outbox } from '../outbox/index.ts';

/** A letter of Pandu itself that is to be sent. */
export interface NewLetter {
  /** The same id is queued once; without one it is a letter of its own. */
  readonly id?: string;
  readonly kind: 'receipt' | 'code' | 'invitation' | 'password' | 'deadline';
  readonly ticket?: string;
  readonly email: string;
  /** null, for agents alone: in both languages. */
  readonly lang: Language | null;
  /** The code or the link that it carries. */
  readonly secret?: string;
}

/** Where letters are queued. */
export interface LetterQueue {
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly now: () => Date;
}

/** Queues a letter within the transaction of its cause; gives its id. */
export async function queueLetter(
  { outbox, now }: LetterQueue,
  session: Session,
  { id = randomUUID(), kind, ticket, email, lang, secret }: NewLetter,
): Promise<string> {
  const rows = await session.query(
    `INSERT INTO letter (id, kind, ticket, recipient, lang, secret, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, kind, ticket ?? null, email, lang ?? '', secret ?? '', now()],
  );
  if (rows.length > 0) await outbox.enqueue(session, 'mail-letter', { letter: id }, { key: id });
  return id;
}
