import { isOtherLanguage } from './language-of.ts';
import { readPersonWish } from './person-wish.ts';
import { readSmallTalk, type SmallTalk } from './small-talk.ts';
import type { Register } from './status.ts';
import { FILLERS, isIn, onlySays, wordSet, wordsOf } from './words-of.ts';

/** What a message is, before anybody asks what problem it tells of. */
export type Speech =
  | SmallTalk
  | 'empty'
  | 'too-short'
  | 'only-emoji'
  | 'gibberish'
  | 'other-language'
  | 'wants-person'
  | 'offer-person'
  | 'no-pictures'
  | 'problem';

/**
 * Tells small talk from problems. A message that has a problem in it is a problem, however it greets,
 * thanks or swears.
 */
export function readSpeech(text: string): Speech {
  if (text.trim() === '') return 'empty';
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return /\p{Extended_Pictographic}/u.test(text) ? 'only-emoji' : 'too-short';
  if (isOtherLanguage(text)) return 'other-language';
  const words = wordsOf(text);
  const wish = readPersonWish(words);
  if (wish === 'clear') return 'wants-person';
  const talk = readSmallTalk(words);
  if (talk) return talk;
  if (wish === 'vague') return 'offer-person';
  if (onlySays(words, PICTURES, SENDING)) return 'no-pictures';
  if (words.every(isGibberish)) return 'gibberish';
  const saysNothing = letters.length < FEWEST_LETTERS || words.every((word) => isIn(FILLERS, word));
  return saysNothing ? 'too-short' : 'problem';
}

const FEWEST_LETTERS = 3;

/** True when a message that tells of a problem offers a screenshot as well ("ini screenshotnya"). */
export function offersPicture(text: string): boolean {
  const words = wordsOf(text);
  return words.some((word, place) => {
    if (!isIn(SCREENSHOTS, word)) return false;
    return words.slice(Math.max(0, place - 3), place + 3).some((near) => SHOWING.has(near));
  });
}

/** How somebody writes: casual as soon as one word is. */
export function readRegister(texts: readonly string[]): Register {
  return texts.some((text) => wordsOf(text).some((word) => CASUAL.has(word))) ? 'casual' : 'formal';
}

const SCREENSHOTS = wordSet('screenshot screenshoot screenshots screencap sshot ssnya ss');
const SHOWING = wordSet(
  'ini nih berikut terlampir lampir lampirkan lampirin kirim kirimin ngirim attached attach here see lihat liat cek send sending sent',
);
const PICTURES = wordSet(
  'screenshot screenshoot ss foto gambar tangkapan layar image picture pictures photo photos video pic',
);
const SENDING = wordSet(`
  kirim kirimin ngirim mengirim lampirkan lampirin terlampir upload unggah attach attached send sending sent lihat liat
  cek see look here my i can could boleh bisa dulu aku saya gw gue bukti buktinya berikut gimana cara kemana ke mana di
  sini where how do dari hp me let it is are have punya lewat nya you kamu
`);
const CASUAL = wordSet(
  'ga gak gk nggak ngga enggak udah udh dah gw gue gua lu lo elo kok sih dong deh nih gimana gmn kenapa knp blm blom bgt banget aja doang cuma pake gausah gabisa gatau kaga kagak bang tp trs kalo klo',
);

/** Keys that lie side by side, one letter again and again, one syllable again and again. */
function isGibberish(word: string): boolean {
  if (/^(\p{L})\1*$/u.test(word) && word.length > 1) return true;
  if (/^(?:\p{L}{0,2}?)(\p{L}{2,3})\1{1,}\p{L}?$/u.test(word) && BABBLE.has(word.slice(-2))) return true;
  return word.length >= SHORTEST_RUN && KEY_ROWS.some((row) => isRun(word, row));
}

const BABBLE = wordSet('la bla na ha da');
const KEY_ROWS = ['qwertyuiop', 'poiuytrewq', 'asdfghjkl', 'lkjhgfdsa', 'zxcvbnm', 'mnbvcxz'];
const SHORTEST_RUN = 4;

function isRun(word: string, row: string): boolean {
  return row.includes(word.slice(0, Math.max(SHORTEST_RUN, word.length - 2)));
}
