import type { Language } from '../article/browser.ts';
import { splitSentences } from './split-sentences.ts';
import { claimingWords } from './wording-token.ts';

/** A sentence may join this many statements that stand side by side. */
const MOST_JOINED = 3;
const FEWEST_WORDS = 2;

/**
 * True when a sentence says what a passage says: the words of it that claim anything are those of one statement of the
 * passage, or of a few side by side, all of them and in their order. Only fillers, everyday spellings and what joins may
 * differ. So nothing can be added, counted otherwise or put together from here and there, and no "not", "if",
 * "usually" or "working" can get lost. The price is that honest paraphrases are not shown either.
 */
export function isSupported(sentence: string, passage: string, lang: Language): boolean {
  const said = claimingWords(sentence, lang).join(' ');
  if (said.split(' ').length < FEWEST_WORDS) return false;
  const statements = statementsOf(passage, lang);
  return statements.some((_, first) =>
    Array.from({ length: MOST_JOINED }, (_length, more) =>
      statements.slice(first, first + more + 1).join(' '),
    ).includes(said),
  );
}

/** What a passage states, one thing each: its sentences, parted where two stand side by side without a condition. */
function statementsOf(passage: string, lang: Language): string[] {
  return splitSentences(passage)
    .flatMap((sentence) => sentence.split(/;\s/))
    .flatMap((part) => (CONDITION[lang].test(part) ? [part] : part.split(SIDE_BY_SIDE[lang])))
    .map((statement) => claimingWords(statement, lang).join(' '))
    .filter((words) => words !== '');
}

/** What follows one of these holds for what stands before it, or the other way round. */
const CONDITION: Readonly<Record<Language, RegExp>> = {
  id: /\b(?:kalau|jika|bila|apabila|asal|asalkan|kecuali|sebelum|sesudah|setelah|selama|ketika|saat|supaya|agar|hanya|selain)\b|:/i,
  en: /\b(?:if|unless|when|until|before|after|while|once|except|so that|as long|only|whether|besides)\b|:/i,
};
const SIDE_BY_SIDE: Readonly<Record<Language, RegExp>> = {
  id: /,\s(?=(?:lalu|kemudian|tetapi|sedangkan)\s)/i,
  en: /,\s(?=(?:then|and then|but)\s)/i,
};
