import type { Turn } from './conversation.ts';
import type { Move } from './next-move.ts';
import { onlySays, wordSet, wordsOf } from './words-of.ts';

/** What words do when they answer what was just asked; undefined when they tell something else. */
export function readAnswer(move: Move, text: string): Turn | undefined {
  const words = wordsOf(text).map((word) => SHORT_FOR.get(word) ?? word);
  if (words.length === 0 || words.length > MOST_ANSWER_WORDS) return undefined;
  switch (move.state) {
    case 'question':
      return answerQuestion(move, words);
    case 'confirmation':
      if (says(words, YES, AROUND_YES)) return { kind: 'confirmed', problem: move.problem };
      return says(words, NO, AROUND_NO) ? { kind: 'refused', problems: [move.problem] } : undefined;
    case 'step':
      return readOutcome(move.choice.step.key, words);
    case 'urgent':
      return says(words, DONE, AROUND_DONE) ? { kind: 'safe' } : undefined;
    case 'second-problem':
      if (says(words, STAY, AROUND_WAY)) return { kind: 'stayed' };
      return says(words, MOVE, AROUND_WAY) ? { kind: 'switched', problem: move.other } : undefined;
    default:
      return undefined;
  }
}

const MOST_ANSWER_WORDS = 8;

function answerQuestion(
  { question: { sign } }: Extract<Move, { state: 'question' }>,
  words: readonly string[],
): Turn | undefined {
  const said = words.join(' ');
  if (DONT_KNOW.test(said)) return { kind: 'answered', sign: sign.id, reply: null };
  const fits = Object.entries(sign.answers).filter(([, label]) =>
    Object.values(label).some((one) => beginsAlike(wordsOf(one).join(' '), said, words)),
  );
  const [fit] = fits;
  return fit && fits.length === 1 ? { kind: 'answered', sign: sign.id, reply: fit[0] } : undefined;
}

/** A step helped only when every word says so: "bisa", not "belum bisa". */
function readOutcome(step: string, words: readonly string[]): Turn | undefined {
  if (says(words, WORKED, AROUND_WORKED)) return { kind: 'tried', step, result: 'solved' };
  const failed = words.some((word) => DENIALS.has(word))
    ? says(words, DENIALS, AROUND_FAILED)
    : says(words, FAILED, AROUND_FAILED);
  return failed ? { kind: 'tried', step, result: 'failed' } : undefined;
}

/** "berhasil" for "Berhasil"; "diproses" for "Diproses atau tertunda"; yes and no for labels that begin so. */
function beginsAlike(label: string, said: string, words: readonly string[]): boolean {
  if (label === said) return true;
  if (said.length >= SHORTEST_ANSWER && label.startsWith(`${said} `)) return true;
  const [first = ''] = label.split(' ');
  if (YES.has(first)) return says(words, YES, NOTHING);
  return NO.has(first) && says(words, NO, NOTHING);
}

const SHORTEST_ANSWER = 4;

function says(words: readonly string[], core: ReadonlySet<string>, around: ReadonlySet<string>): boolean {
  return words.some((word) => core.has(word)) && onlySays(words, core, around);
}

const SHORT_FOR: ReadonlyMap<string, string> = new Map([
  ['udah', 'sudah'],
  ['udh', 'sudah'],
  ['dah', 'sudah'],
  ['blm', 'belum'],
  ['blom', 'belum'],
  ['tdk', 'tidak'],
]);
const NOTHING = wordSet('');
const YES = wordSet('ya iya iyaa yoi y yes yep yeah yup betul benar bener right correct sure exactly');
const AROUND_YES = wordSet(
  "itu masalah saya aku gw gue sama persis that's that is it my problem this one banget sekali",
);
const NO = wordSet('tidak bukan ga gak gk nggak enggak ngga no nope nah not');
const AROUND_NO = wordSet('itu masalah saya aku gw gue that it this one my problem is salah deh');
const DONT_KNOW =
  /^(?:(?:saya|aku|gw|gue|i) )?(?:tidak|ga|gak|gk|nggak|ngga|enggak|kurang|belum) ?(?:tahu|tau|yakin|paham|ngerti)(?: (?:deh|juga|sih|kak|min|ya))*$|^gatau(?: deh| juga| kak)?$|^entah(?:lah)?$|^(?:i )?(?:don['’]?t|do not) know$|^(?:i(?:'m|’m| am) )?not sure$|^(?:idk|no idea|unsure)$/;
const DENIALS = wordSet(
  "belum tidak ga gak gk nggak enggak ngga tetap tetep not no nope didn't doesn't don't didnt doesnt never still masih",
);
const WORKED = wordSet(
  'berhasil beres bisa sukses kelar selesai lancar sudah worked works solved fixed working done success',
);
const AROUND_WORKED = wordSet(
  "akhirnya sekarang lagi normal makasih makasi terima kasih thanks thank you alhamdulillah finally now it it's its that is all is yes iya again like a charm kembali udah jalan",
);
const FAILED = wordSet('gagal failed fails nothing');
const AROUND_FAILED = wordSet(
  'berhasil beres bisa sukses kelar selesai jalan work works working help helped solved fixed juga sama gagal error it the same still masih yet that did does luck nothing failed fails tetep tetap lagi sudah saja dicoba coba tried is change changed ada perubahan apa',
);
const DONE = wordSet('sudah done selesai beres did');
const AROUND_DONE = wordSet(
  'saya aku gw gue lakukan lakuin telepon lapor semua semuanya blokir diblokir i it all that have reported called',
);
const STAY = wordSet('lanjut lanjutkan lanjutin tetap tetep stay continue tidak no ga gak nggak');
const MOVE = wordSet('pindah ganti switch move yes iya ya');
const AROUND_WAY = wordSet('yang sekarang tadi this one with to ke sana kesana dulu the other go lain');
