import { readReference } from '../../core/ticket/index.ts';
import { readWords } from '../../core/text/browser.ts';
import { misspellingsOf } from './misspellings.ts';
import { readMailbox } from './ticket-words.ts';

/** Words of a filter that count. */
const MOST_WORDS = 8;
/** From so many letters on, a word also finds those that begin with it. */
const SHORTEST_BEGINNING = 3;

/** What an agent looks for: one ticket by its reference, words (`tsquery`), or what no ticket can have. */
export type InboxFilter =
  | { readonly kind: 'reference'; readonly reference: string }
  | {
      readonly kind: 'words';
      readonly exact: string;
      /** The same with one typing error in each word; absent when no word is long enough for one. */
      readonly near?: string;
    }
  | { readonly kind: 'nothing' };

interface Term {
  readonly word: string;
  readonly isBeginning: boolean;
}

/** Reads what an agent has typed, whatever it is; undefined when that is nothing. */
export function readFilter(text: string): InboxFilter | undefined {
  if (text.trim() === '') return undefined;
  const reference = readReference(text);
  if (reference !== undefined) return { kind: 'reference', reference };
  const terms = readTerms(text);
  if (terms.length === 0) return { kind: 'nothing' };
  const exact = terms.map(exactly).join(' & ');
  const near = terms.map(nearly).join(' & ');
  return { kind: 'words', exact, ...(near !== exact && { near }) };
}

function readTerms(text: string): Term[] {
  const words = text.split(/\s+/).flatMap((piece) => {
    const mailbox = readMailbox(piece);
    return mailbox === undefined ? readWords(piece).map((word) => word.text) : [mailbox];
  });
  const known = [...new Set(words)].slice(0, MOST_WORDS);
  // What is typed last may not be whole yet.
  return known.map((word, place) => ({
    word,
    isBeginning: word.length >= SHORTEST_BEGINNING || place === known.length - 1,
  }));
}

function exactly({ word, isBeginning }: Term): string {
  return `${quoted(word)}${isBeginning ? ':*' : ''}`;
}

function nearly(term: Term): string {
  return anyOf([exactly(term), ...misspellingsOf(term.word).map(quoted)]);
}

/** In pairs of pairs: the parser of queries goes no deeper than it must. */
function anyOf(queries: readonly string[]): string {
  if (queries.length <= 1) return queries.join('');
  const middle = Math.ceil(queries.length / 2);
  return `(${anyOf(queries.slice(0, middle))} | ${anyOf(queries.slice(middle))})`;
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
