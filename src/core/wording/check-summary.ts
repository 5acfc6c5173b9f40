import type { Language } from '../article/browser.ts';
import { asksForSecret } from './check-secret.ts';
import { findContact } from './find-contact.ts';
import { hidesSomething, isOrder } from './find-order.ts';
import { claimingWords } from './wording-token.ts';

const LONGEST = 240;
const MARKUP = /[<>`*_#|~\\{}^=[\]]/;

/**
 * True when a sentence for an agent holds nothing that the reader or the conversation has not said: each word that claims
 * something stands in one of `sources`, whatever its order. No contact, markup, hidden character or order to a model.
 */
export function isFaithfulSummary(text: string, sources: readonly string[], lang: Language): boolean {
  if (text.trim() === '' || text.length > LONGEST) return false;
  if (hidesSomething(text) || MARKUP.test(text) || findContact(text) || isOrder(text)) return false;
  if (asksForSecret(text)) return false;
  const said = new Set([...sources, AROUND[lang]].flatMap((source) => claimingWords(source, lang)));
  return claimingWords(text, lang).every((word) => said.has(word));
}

/** What a summary is made of beside the reader's words. */
const AROUND: Readonly<Record<Language, string>> = {
  id: 'pembaca pengguna ingin mau minta agar supaya masalah soal karena padahal sudah belum dari ke untuk dengan oleh sejak saat ketika akunnya dia ia nya',
  en: 'the reader user customer wants to would like says said that their they them he she his her has had been was were with for from about because although after when since in on at of by',
};
