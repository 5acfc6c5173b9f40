import type { Language } from '../article/browser.ts';
import { isCourtesy } from './check-courtesy.ts';
import { asksForSecret } from './check-secret.ts';
import { isSupported } from './check-support.ts';
import { findContact, type ContactKind } from './find-contact.ts';
import { hidesSomething, isOrder } from './find-order.ts';
import { wordsOf } from './wording-token.ts';

/** Why a sentence of a language model is not shown. */
export type DropRule =
  | 'invisible'
  | 'markup'
  | ContactKind
  | 'characters'
  | 'too-long'
  | 'prompt-leak'
  | 'order'
  | 'other-language'
  | 'unknown-citation'
  | 'asks-secret'
  | 'number-not-in-source'
  | 'no-citation'
  | 'unsupported';

/** What a sentence is held against. */
export interface SentenceSources {
  readonly lang: Language;
  /** The texts of the passages; `[1]` is the first. */
  readonly passages: readonly string[];
  /** The instructions that the model was given. */
  readonly instructions: string;
}

const LONGEST_SENTENCE = 280;

/** The first rule that a sentence breaks, or undefined when it may be shown. */
export function checkSentence(sentence: string, sources: SentenceSources): DropRule | undefined {
  const { lang, passages, instructions } = sources;
  if (hidesSomething(sentence)) return 'invisible';
  if (MARKUP.test(sentence)) return 'markup';
  const contact = findContact(sentence.replaceAll(CITATION, ' '));
  if (contact) return contact;
  if (!PLAIN.test(sentence)) return 'characters';
  if (sentence.length > LONGEST_SENTENCE) return 'too-long';
  if (isOrder(sentence)) return 'order';
  if (isOtherLanguage(sentence, lang)) return 'other-language';
  if (asksForSecret(sentence)) return 'asks-secret';
  const cited = [...sentence.matchAll(CITATION)].map(([, number]) => passages[Number(number) - 1]);
  if (/[[\]]/.test(sentence.replaceAll(CITATION, '')) || cited.includes(undefined)) return 'unknown-citation';
  const leaked = leaks(sentence, instructions, lang) ? 'prompt-leak' : undefined;
  if (cited.length === 0) return isCourtesy(sentence, lang) ? undefined : (leaked ?? 'no-citation');
  const texts = cited.filter((text) => text !== undefined);
  // What a guide says is no secret, even where the instructions say it too.
  if (texts.some((text) => isSupported(sentence, text, lang))) return undefined;
  if (leaked) return leaked;
  return texts.some((text) => hasNumbersOf(sentence, text, lang)) ? 'unsupported' : 'number-not-in-source';
}

const CITATION = /\[(\d{1,3})\]/g;
const MARKUP = /[<>`*_#|~\\{}^=]|\]\(|!\[|\]\[(?!\d)|&(?:#|\w+;)/;
/** Latin letters, plain digits, ordinary punctuation. */
const PLAIN = /^[\p{Script=Latin}0-9 \t.,;:!?'"“”‘’()[\]/…%&+×–—-]*$/u;

/** An amount, a date, a deadline: each number of the sentence must stand in the passage. */
function hasNumbersOf(sentence: string, passage: string, lang: Language): boolean {
  const numbersIn = (text: string) => wordsOf(text, lang).filter((word) => /\p{N}/u.test(word));
  const known = new Set(numbersIn(passage));
  return numbersIn(sentence).every((number) => known.has(number));
}

const LEAK_WORDS = 6;

/** True when the sentence holds six words of the instructions in a row. */
function leaks(sentence: string, instructions: string, lang: Language): boolean {
  const said = wordsOf(sentence, lang);
  const secret = ` ${wordsOf(instructions, lang).join(' ')} `;
  return said.some(
    (_, at) =>
      at + LEAK_WORDS <= said.length && secret.includes(` ${said.slice(at, at + LEAK_WORDS).join(' ')} `),
  );
}

/** More words of the other language than of this one, of those that no sentence does without. */
function isOtherLanguage(sentence: string, lang: Language): boolean {
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (of: Language) => words.filter((word) => COMMON[of].has(word)).length;
  return count(lang === 'id' ? 'en' : 'id') > count(lang) + 1;
}

const COMMON: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: new Set(
    'yang dan di ke dari untuk dengan itu ini anda tidak akan atau pada kalau jangan sudah belum'.split(' '),
  ),
  en: new Set(
    'the and to of is are you your for with this that not will or on if it a an in have please'.split(' '),
  ),
};
