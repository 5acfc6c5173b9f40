import type { Language } from '../article/browser.ts';

/**
 * True for a sentence that is only polite: every word of it is one of a closed list in which nothing can be claimed,
 * promised or denied. It names no service, thing, time, number or result.
 */
export function isCourtesy(sentence: string, lang: Language): boolean {
  const words =
    sentence
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];
  return (
    words.length >= FEWEST_WORDS &&
    /[.!?]$/.test(sentence.trim()) &&
    words.every((word) => WORDS[lang].has(word))
  );
}

/** Fewer are a label, not a kindness. */
const FEWEST_WORDS = 3;

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: set(
    'saya kami aku kita anda kamu ini itu mari ayo yuk silakan coba mencoba mulai langkah berikut berikutnya pertama pelan-pelan satu per dulu ya oke baik mengerti paham mengganggu memang membuat bikin rasanya khawatir cemas kesal bingung repot merepotkan menjengkelkan maaf terima kasih makasih sudah bercerita cerita ceritanya apakah apa yang alami mengalami dialami terjadi sama seperti dengan sesuai benar begitu bersama-sama lihat pastikan memastikan untuk dan lalu wajar sabar tenang kalau',
  ),
  en: set(
    "i we you us this that these let let's try start begin with the a first next step by one please okay alright understand see sorry thank thanks for telling me is are it must be can feel frustrating annoying worrying worry upsetting confusing unpleasant and then together calmly what happens happened happening does do match your situation here how make sure to find out go through",
  ),
};
