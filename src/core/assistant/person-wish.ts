import { FILLERS, isIn, wordSet } from './words-of.ts';

/**
 * How a message asks for a person: `clear` when it says so, `vague` when it only names one ("agent", "cs dong");
 * undefined when it asks for none. Who is told of ("phoned the cs, nobody answered") is not asked for.
 */
export function readPersonWish(words: readonly string[]): 'clear' | 'vague' | undefined {
  if (isClear(words)) return 'clear';
  const named = (word: string) => isIn(STAFF, word) || isIn(HUMANS, word);
  const onlyNames = words.every((word) => named(word) || isIn(FILLERS, word) || CALLS.has(word));
  return onlyNames && words.some(named) && words.length <= 6 ? 'vague' : undefined;
}

/** A wish is said in few words; a longer message tells of a person. */
const WISH_WORDS = 12;

function isClear(words: readonly string[]): boolean {
  if (words.length > WISH_WORDS) return false;
  return words.some((word, place) => {
    if (isNegated(words, place)) return false;
    const reach = TALK.has(word) ? 4 : reachOfWant(words, place);
    if (reach === undefined) return false;
    const after = words.slice(place + 1);
    const who = after.findIndex(isSomebody);
    if (who < 0 || who > reach) return false;
    if (!TALK.has(word) && !isWanted(after.slice(0, who + 1))) return false;
    return endsThere(after.slice(who + 1));
  });
}

/** "Mau bayar orang" wants to pay somebody, "mau yang asli" something real. */
function isWanted(upToWho: readonly string[]): boolean {
  const between = upToWho.slice(0, -1);
  return (
    upToWho.slice(-1).every((who) => isIn(STAFF, who) || isIn(HUMANS, who)) &&
    between.every((word) => TOWARDS.has(word) || isIn(FILLERS, word) || isSomebody(word))
  );
}

/** "Transfer me to an agent" is a wish; "transfer" alone is what people do with money. */
function reachOfWant(words: readonly string[], place: number): number | undefined {
  const [word = '', next] = words.slice(place);
  if (word === 'transfer' || word === 'pass' || word === 'put') return next === 'me' ? 4 : undefined;
  return WANT.has(word) ? 3 : undefined;
}

/** A wish ends with the person, but for one word, or for why: a bot is not wanted. */
function endsThere(after: readonly string[]): boolean {
  const rest = after.filter((word) => !isSomebody(word) && !isIn(FILLERS, word) && !AFTERWARDS.has(word));
  return rest.length <= 1 && !after.some((word) => RELATIVE.has(word));
}

function isSomebody(word: string): boolean {
  return isIn(STAFF, word) || isIn(PEOPLE, word);
}

function isNegated(words: readonly string[], place: number): boolean {
  return words.slice(Math.max(0, place - 2), place).some((word) => NEGATIONS.has(word));
}

const STAFF = wordSet(
  'cs cse csnya admin petugas agen agent operator customer service staf staff representative rep live support supervisor manager manajer atasan helpdesk',
);
const HUMANS = wordSet('orang manusia human humans person');
const PEOPLE = wordSet('orang manusia human humans person people someone somebody org real asli beneran');
const TALK = wordSet(`
  ngomong bicara ngobrol berbicara hubungkan hubungin hubungi sambungkan sambungin disambungkan disambungin dihubungkan
  dihubungin bicarakan chat telepon telpon telfon talk speak connect connected speaking talking chatting alihkan dialihkan alihin oper operin panggilkan panggilin panggil transferred redirect
`);
const WANT = wordSet('mau pengen pingin ingin minta butuh perlu need want wanna give get mana');
const TOWARDS = wordSet('sama dengan dgn ke a an me to the with saya aku gw gue langsung');
const CALLS = wordSet('halo hai hi hello hey mana where');
const AFTERWARDS = wordSet(
  'bukan not bot robot mesin machine ai now sekarang langsung aja saja instead segera asap cepat buruan right away bisa gak ga nggak boleh kah',
);
const RELATIVE = wordSet('yang yg who that');
const NEGATIONS = wordSet("jangan ga gak gk nggak tidak bukan not no don’t dont don't");
