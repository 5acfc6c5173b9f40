import type { Language } from '../article/browser.ts';

/**
 * The words and numbers of a text that claim anything, in order, as they are compared: small letters, everyday
 * spellings and clitics taken back, without fillers and without numbers in brackets.
 */
export function claimingWords(text: string, lang: Language): string[] {
  return wordsOf(text, lang).filter((word) => !FILLERS[lang].has(word));
}

/** All words and numbers of a text, in the same form. */
export function wordsOf(text: string, lang: Language): string[] {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\[\d+\]/g, ' ');
  const words = folded.match(/\p{N}+(?:[.,:]\p{N}+)*%?|[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];
  return words.flatMap((word) => (lang === 'en' ? readEnglish(word) : [readIndonesian(word)]));
}

const SHORTEST_ROOT = 3;

function readIndonesian(word: string): string {
  const formal = FORMAL.get(word) ?? word;
  const root = formal.replace(/(?:nya|lah|kah)$/, '');
  return root.length >= SHORTEST_ROOT ? (FORMAL.get(root) ?? root) : formal;
}

/** "don't" as "do not", so that a contraction neither hides nor loses a "not". */
function readEnglish(word: string): string[] {
  if (word === "can't" || word === 'cannot') return ['can', 'not'];
  if (word === "won't") return ['will', 'not'];
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  return [word.replace(/'(?:s|re|ve|ll|d|m)$/, '')];
}

/** Everyday spellings of words that guides write formally: "nggak" says what "tidak" says. */
const FORMAL: ReadonlyMap<string, string> = pairs(
  'ga tidak, gak tidak, nggak tidak, enggak tidak, ngga tidak, gk tidak, tak tidak, udah sudah, udh sudah, dah sudah, ' +
    'blm belum, blom belum, aja saja, gimana bagaimana, kalo kalau, klo kalau, jika kalau, bila kalau, apabila kalau, ' +
    'pake pakai, biar supaya, agar supaya, dapet dapat, liat lihat, trus lalu, cuma hanya, cuman hanya, tapi tetapi, ' +
    'masukin masukkan, pencet tekan, hape hp, yg yang, dgn dengan, nyalain nyalakan, matiin matikan, kirimin kirimkan, ' +
    'cocokin cocokkan, simpen simpan, tungguin tunggu, bareng bersama',
);

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(', ').map((pair) => pair.split(' ') as [string, string]));
}

/**
 * Words that may be put in or left out: who is spoken to, politeness, what joins. None of them names, counts, turns,
 * conditions or weakens anything, says who acts, or where to or from.
 */
const FILLERS: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: new Set(
    'anda kamu yang itu ini dan lalu kemudian juga ya silakan coba mohon dulu adalah nah oke baik jadi seperti kelihatan kayak tampak masalah deh dong kok di pada tetapi sedangkan'.split(
      ' ',
    ),
  ),
  en: new Set(
    'you your the a an this that these those and then also please so is are be it seems looks like problem well okay just do but'.split(
      ' ',
    ),
  ),
};
