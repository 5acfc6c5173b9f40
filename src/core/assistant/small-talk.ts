import { onlySays, wordSet, type WordSet } from './words-of.ts';

/** What is said for company, not for help. */
export type SmallTalk =
  'insult' | 'bot-or-person' | 'goodbye' | 'never-mind' | 'welcome' | 'small-talk' | 'hello-back';

/**
 * Tells which small talk a message is; undefined as soon as one of its words is not known to be such talk: that
 * word may be the problem. Where kinds mix, the one that most needs a reply counts.
 */
export function readSmallTalk(said: readonly string[]): SmallTalk | undefined {
  const words = said.map((word) => (LAUGHTER.test(word) ? 'haha' : word));
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  if (isAskingWho(words)) return 'bot-or-person';
  if (!onlySays(words, SOCIAL, AROUND)) return undefined;
  return KINDS.find(([, core]) =>
    words.some((word) => core.has(word) || core.has(word.replace(/nya$/, ''))),
  )?.[0];
}

const MOST_WORDS = 9;
const LAUGHTER = /^(?:a?(?:ha|he|hi|ho|wk|kw){2,}[hkw]?|lo+l|lmao)$/;

function isAskingWho(words: readonly string[]): boolean {
  const asks =
    words.some((word) => MACHINES.has(word)) ||
    words.slice(0, 1).some((word) => YOU.has(word) || QUESTION.has(word));
  return asks && onlySays(words, ABOUT_ME, WHO);
}

const MACHINES = wordSet('bot robot ai mesin chatbot machine komputer computer program');
const YOU = wordSet("kamu anda lu lo elo elu kau you u ini yg yang your what's whats who siapa");
const QUESTION = wordSet('apa apakah siapa who are do what is how berapa brp am i nama umur');
const ABOUT_ME = wordSet(`
  bot robot ai mesin chatbot machine komputer computer program orang manusia human person people real asli beneran
  name nama umur age old feelings perasaan siapa who sleep tidur
`);
const WHO = wordSet(`
  kamu anda lu lo elo elu kau u you are your is this apa atau or ini bener beneran benar betul am i do does have talking
  chatting speaking to with ngomong bicara chat sama dengan aku saya gw gue berbicara ngobrol sedang lagi yg yang bales balas jawab ngetik bukan not
  what's whats what berapa brp how apakah siapa punya di sini
`);

const INSULTS = wordSet(`
  anjing anjir anjrit anjg njing bangsat bgst goblok gblk goblog tolol bego bodoh kampret kontol tai tae brengsek sialan
  sampah asu jancok jancuk bacot babi monyet setan idiot useless stupid dumb fuck fucking fck shit crap garbage
  bullshit moron trash payah ngaco jelek kacau
`);
const THANKS = wordSet(`
  makasih makasi mksh mksih terima terimakasih trims thanks thank thx ty tq tengkyu nuhun suwun matur cheers
  mantap mantul keren top markotop jempol joss hebat bagus helpful great awesome nice perfect love lovely membantu
  wow pinter pintar
`);
const GREETINGS = wordSet(`
  halo hallo hai hi hello hey hei helo p pagi siang sore malam malem selamat met assalamualaikum assalamu alaikum
  waalaikumsalam waalaikum salam permisi punten good morning afternoon evening test tes ping numpang nanya tanya
  tahun baru lebaran natal happy year new
`);
const GOODBYES = wordSet('bye goodbye dadah dah babay see later jumpa night goodnight');
const NEVER_MIND = wordSet('gajadi jadi nevermind mind never lupakan lupain cancel skip');
const CHATTER = wordSet(`
  haha lucu ngantuk bosen bosan gabut sepi temen teman ngobrol pantun joke
  jokes cerita dongeng knock muach sayang aylopyu love cinta kangen lagi lg sing nyanyi bored boring funny cute
  kabar how weather cuaca makan
`);

/** In the order in which they count where several are in one message. */
const KINDS: readonly (readonly [SmallTalk, WordSet])[] = [
  ['insult', INSULTS],
  ['never-mind', NEVER_MIND],
  ['goodbye', GOODBYES],
  ['welcome', THANKS],
  ['hello-back', GREETINGS],
  ['small-talk', CHATTER],
];
const SOCIAL: WordSet = new Set(KINDS.flatMap(([, core]) => [...core]));
const AROUND = wordSet(`
  banyak sekali banget bgt amat you your so much very atas for bantuan bantuannya help info infonya jawaban have day
  a dasar gak guna ga gk nggak enggak tidak ngga berguna are this is it bot robot machine lu lo elo kamu aku saya gw
  gue udah sudah ya kasih satu dong biar shut up off go away it's its that was web aplikasi app apps service layanan
  dasar nya banget parah no not ti si udahlah hari untuk buat me tell u i do how today hari again lagi what sama with siapa apa
`);
