import { FILLERS, formsOf, isIn, wordSet, wordsOf } from './words-of.ts';

/** How somebody writes: nothing is concluded from it but that a person may be offered. */
export type Mood = 'angry' | 'distressed' | 'calm';

/** The mood of one message, from its own words; fear and despair weigh more than anger. */
export function readMood(text: string): Mood {
  const words = wordsOf(text);
  if (says(words, DISTRESS)) return 'distressed';
  return swears(words) || says(words, ANGER) || isShouting(text) ? 'angry' : 'calm';
}

/** The mood of a story: that of the last message that shows one. */
export function moodOf(texts: readonly string[]): Mood {
  return texts.map(readMood).findLast((mood) => mood !== 'calm') ?? 'calm';
}

/** One of the phrases stands in the words, and is not denied ("ga takut"). */
function says(words: readonly string[], phrases: readonly (readonly string[])[]): boolean {
  const forms = words.map(formsOf);
  return words.some((_, place) =>
    phrases.some(
      (phrase) =>
        phrase.every((part, at) => matches(forms[place + at] ?? [], part)) &&
        !words.slice(Math.max(0, place - 2), place).some((word) => NEGATIONS.has(word)),
    ),
  );
}

function matches(forms: readonly string[], part: string): boolean {
  if (!part.endsWith('*')) return forms.includes(part);
  return forms.some((form) => form.startsWith(part.slice(0, -1)));
}

/** A swearword that is not a thing: "makanan anjing" is dog food. */
function swears(words: readonly string[]): boolean {
  return words.some(
    (word, place) => isIn(SWEARING, word) && !(ANIMALS.has(word) && KEPT.has(words[place - 1] ?? '')),
  );
}

/** Several words in capitals, beside what is always written so. */
function isShouting(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase() && !isIn(FILLERS, word.toLowerCase()));
  return loud.length >= SHOUTED_WORDS && loud.length > words.length * 0.8 && /[!?]{2,}/.test(text);
}

const SHOUTED_WORDS = 4;

function phrases(list: string): string[][] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().split(/\s+/))
    .filter(([first]) => first !== '');
}

const SWEARING = wordSet(`
  anjing anjg njing bangsat bgst goblok gblk goblog tolol bego kampret kontol brengsek sialan jancok jancuk
  bacot babi monyet fuck fucking fck wtf bullshit bastard
`);
const ANIMALS = wordSet('anjing babi monyet');
const KEPT = wordSet(
  'makanan pakan makan daging kandang vitamin kalung mainan susu obat snack baju shampo sampo anak foto gambar cacar adopsi anjing',
);
const NEGATIONS = wordSet("tidak ga gak gk nggak enggak ngga bukan not no never don't didn't isn't jangan");

const ANGER = phrases(`
  saya sangat marah, bikin marah, marah banget, marah bgt, kesal, kesel, emosi, muak, geram, jengkel, dongkol, gedek, ngeselin, nyebelin, menyebalkan, mengecewakan, kecewa,
  ga becus, gak becus, tidak becus, nggak becus, tidak profesional, ga profesional, pelayanan buruk, pelayanan payah,
  parah banget, parah bgt, payah banget, penipu kalian, kalian nipu, kalian penipu, capek nunggu, cape nunggu, capek banget,
  udah berkali kali, sudah berkali kali, dipingpong, di pingpong, dilempar sana sini, mau sampai kapan, ga guna, gak guna,
  saya tuntut, gue viralin, saya viralkan, viralin aja, angry, furious, ridiculous, unacceptable, outrageous, disgusting,
  fed up, sick of, pissed, worst service, terrible service, awful service, waste of time, so frustrat*, really frustrat*,
  very frustrat*, frustrating, joke of a, scammers you, useless app, useless service
`);
const DISTRESS = phrases(`
  panik, nangis, menangis, takut, ketakutan, cemas, stres, stress, depresi, putus asa, frustasi, frustrasi, bingung banget,
  bingung bgt, tidak tahu harus, ga tau harus, gak tau harus, nggak tau harus, gatau harus, ga bisa tidur, gak bisa tidur,
  tidak bisa tidur, lemes, gemeteran, gemetar, tolong banget, tolong bgt, mohon sangat, satu satunya uang, buat makan,
  uang terakhir, tabungan seumur hidup, scared, terrified, panicking, panic, desperate, crying, in tears, anxious,
  devastated, helpless, hopeless, can't sleep, cant sleep, don't know what to do, dont know what to do, life savings,
  begging you, shaking
`);
