import type { NotTaken } from './post-json.ts';

/** What is said while something is sent, and when it was not taken. Nothing is lost then. */
export interface SendingWords {
  readonly sending: string;
  readonly refused: string;
  readonly tooMany: string;
  readonly away: string;
  /** A PIN, a code, a password or a card number stands in the text. */
  readonly secret: string;
}

/** Which words say why something was not taken. */
export const WORD_FOR: Readonly<Record<NotTaken['kind'], 'refused' | 'tooMany' | 'away'>> = {
  refused: 'refused',
  'too-many': 'tooMany',
  away: 'away',
};
