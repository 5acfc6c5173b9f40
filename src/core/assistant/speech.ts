import type { Language } from '../article/browser.ts';
import type { Register } from './status.ts';

/** What a message is, before anybody asks what problem it tells of. */
export type Speech =
  | 'empty'
  | 'too-short'
  | 'only-emoji'
  | 'other-language'
  | 'wants-person'
  | 'offer-person'
  | 'bot-or-person'
  | 'hello-back'
  | 'welcome'
  | 'insult'
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
  if (letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length > letters.length / 2) {
    return 'other-language';
  }
  const words = wordsOf(text);
  if (wantsPerson(words)) return 'wants-person';
  if (isAskingWho(words)) return 'bot-or-person';
  if (words.every((word) => STAFF.has(word) || FILLERS.has(word)) && words.some((word) => STAFF.has(word))) {
    return 'offer-person';
  }
  if (words.length <= SMALL_TALK_WORDS) {
    const isOnly = (said: ReadonlySet<string>, around: ReadonlySet<string> = FILLERS) =>
      words.some((word) => said.has(word)) &&
      words.every((word) => said.has(word) || around.has(word) || FILLERS.has(word));
    if (isOnly(THANKS, AROUND_THANKS)) return 'welcome';
    if (isOnly(GREETINGS)) return 'hello-back';
    if (isOnly(INSULTS, AROUND_INSULTS)) return 'insult';
  }
  if (mentionsPicture(words)) return 'no-pictures';
  return letters.length < FEWEST_LETTERS ? 'too-short' : 'problem';
}

/** How somebody writes: casual as soon as one word is. */
export function readRegister(texts: readonly string[]): Register {
  return texts.some((text) => wordsOf(text).some((word) => CASUAL.has(word))) ? 'casual' : 'formal';
}

/** The language of a message; undefined when its words do not tell. */
export function readLanguage(text: string): Language | undefined {
  const words = wordsOf(text);
  const count = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length;
  const [indonesian, english] = [count(INDONESIAN), count(ENGLISH)];
  if (indonesian === english) return undefined;
  return indonesian > english ? 'id' : 'en';
}

/** The words of a text, in small letters, "masuuuk" as "masuuk". */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/(\p{L})\1{2,}/gu, '$1$1')
      .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
  );
}

const FEWEST_LETTERS = 3;
const SMALL_TALK_WORDS = 6;
/** "Talk to a person" is said in few words; a longer message tells of a person. */
const WISH_WORDS = 10;

function wantsPerson(words: readonly string[]): boolean {
  if (words.length > WISH_WORDS) return false;
  // "Transfer me to an agent" is a wish; "transfer" alone is what people do with money.
  const place = words.findIndex(
    (word, at) => TALK.has(word) || (word === 'transfer' && words[at + 1] === 'me'),
  );
  if (place < 0 || isNegated(words, place)) return false;
  const after = words.slice(place + 1);
  const who = after.findIndex(isSomebody);
  if (who < 0 || who > 4) return false;
  // A wish ends with the person. What goes on tells of one: "phoned the cs, nobody answered".
  const rest = after.slice(who + 1).filter((word) => !isSomebody(word) && !FILLERS.has(word));
  return rest.length <= 1 && !rest.some((word) => RELATIVE.has(word));
}

function isSomebody(word: string): boolean {
  return STAFF.has(word) || PEOPLE.has(word);
}

function isNegated(words: readonly string[], place: number): boolean {
  return words.slice(Math.max(0, place - 2), place).some((word) => NEGATIONS.has(word));
}

function isAskingWho(words: readonly string[]): boolean {
  if (words.length > 8 || !words.some((word) => MACHINES.has(word))) return false;
  return words.every((word) => MACHINES.has(word) || PEOPLE.has(word) || WHO.has(word) || FILLERS.has(word));
}

function mentionsPicture(words: readonly string[]): boolean {
  return (
    words.length <= 9 && words.some((word) => PICTURES.has(word)) && words.some((word) => SENDING.has(word))
  );
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const THANKS = set(
  'makasih makasi mksh terima kasih terimakasih trims thanks thank thx tq nuhun suwun matur',
);
const AROUND_THANKS = set('banyak sekali you so much very atas for bantuannya help your');
const GREETINGS = set(
  'halo hallo hai hi hello hey hei p pagi siang sore malam selamat met assalamualaikum assalamu alaikum salam permisi punten good morning afternoon evening test tes ping',
);
const INSULTS = set(
  'anjing anjir anjrit bangsat goblok gblk tolol bego bodoh kampret kontol tai brengsek sialan sampah asu jancok bacot useless stupid idiot dumb fuck fucking shit crap garbage bullshit payah jelek',
);
const AROUND_INSULTS = set('dasar gak guna ga nggak berguna you are this is bot robot lu lo kamu banget');
const FILLERS = set(
  'kak ka min admin gan sis bro mas mbak pak bu bang ya yah dong deh sih nih kok lah oh ok oke okay please tolong minta mau ini itu loh ada there sir a an the to dan and',
);
const STAFF = set(
  'cs cse admin petugas agen agent operator customer service staf staff representative live support',
);
const PEOPLE = set(
  'orang manusia human person people someone somebody org orangnya manusianya real asli beneran',
);
const TALK = set(
  'ngomong bicara ngobrol berbicara hubungkan hubungin sambungkan sambungin disambungkan dihubungkan chat telepon telpon talk speak connect speaking talking minta butuh need',
);
const RELATIVE = set('yang yg who that');
const NEGATIONS = set("jangan ga gak nggak tidak bukan not no don’t dont don't");
const MACHINES = set('bot robot ai mesin chatbot machine');
const WHO = set(
  'kamu anda lu lo elo elu u you are is this apa atau or ini bener beneran am i talking to with ngomong sama bicara dengan aku saya gw gue real',
);
const PICTURES = set('screenshot screenshoot ss foto gambar tangkapan layar image picture photo video');
const SENDING = set(
  'kirim kirimin ngirim lampirkan lampirin upload unggah attach send sending lihat liat cek see look',
);
const CASUAL = set(
  'ga gak gk nggak ngga enggak udah udh dah gw gue gua lu lo elo kok sih dong deh nih gimana gmn kenapa knp blm blom bgt banget aja doang cuma pake gausah gabisa gatau kaga kagak bang tp trs kalo klo',
);
const INDONESIAN = set(
  'saya aku gw gue tidak ga gak nggak bisa sudah udah belum blm yang yg di ke dari dan atau ini itu ada untuk dengan sama masuk kode uang akun saldo kenapa gimana bagaimana apa terus tapi tp pas mau sampai',
);
const ENGLISH = set(
  "i my me the is are was not can cannot can't won't doesn't didn't isn't it a an of to in on from for with and or but have has had no never why how what when did does after code money account",
);
