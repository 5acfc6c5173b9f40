import { sql, type SQL } from 'drizzle-orm';
import { readWords } from '../../core/text/browser.ts';
import type { TicketRow } from './ticket-table.ts';

/** Words of one text that are kept, and of a ticket before nothing more is added: a vector holds 1 MB at most. */
const MOST_OF_TEXT = 2_000;
export const MOST_OF_TICKET = 4_000;
const LONGEST_MAILBOX = 254;
/** Around a mailbox in a sentence, or in `<…>`. */
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}@]+$/gu;

/** The words that a text of a ticket is found by, each once and in one spelling; at most 2,000. */
export function wordsOfText(text: string): string[] {
  const words = new Set<string>();
  for (const piece of text.split(/\s+/)) {
    const mailbox = readMailbox(piece);
    if (mailbox !== undefined) words.add(mailbox);
    for (const word of readWords(piece)) words.add(word.text);
    if (words.size >= MOST_OF_TEXT) break;
  }
  return [...words].slice(0, MOST_OF_TEXT);
}

/** The words of what stands above a ticket; a mailbox whole and in its parts, a reference with and without its dash. */
export function wordsOfHead({
  subject,
  reference,
  email,
}: Pick<TicketRow, 'subject' | 'reference' | 'email'>): string[] {
  return wordsOfText(`${email ?? ''} ${reference} ${reference.replaceAll('-', '')} ${subject}`);
}

/** The mailbox, or its beginning, that a piece without spaces is, in one spelling; undefined when it is none. */
export function readMailbox(piece: string): string | undefined {
  if (!piece.includes('@')) return undefined;
  const mailbox = piece
    .slice(0, LONGEST_MAILBOX)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\0', '')
    .toWellFormed()
    .replace(EDGES, '');
  return mailbox.includes('@') ? mailbox : undefined;
}

/** Words as the database keeps them. */
export function vectorOf(words: readonly string[]): SQL {
  return sql`array_to_tsvector(${sql.param(words)}::text[])`;
}
