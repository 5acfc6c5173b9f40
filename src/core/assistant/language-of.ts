import type { Language } from '../article/browser.ts';
import { wordSet, wordsOf } from './words-of.ts';

/** The language of a message; undefined when its words do not tell. */
export function readLanguage(text: string): Language | undefined {
  const words = wordsOf(text);
  const indonesian = count(words, INDONESIAN);
  const english = count(words, ENGLISH);
  if (indonesian === english) return undefined;
  return indonesian > english ? 'id' : 'en';
}

/**
 * True for a message in a language that there are no guides in: most letters of another script, or more of the
 * small words of another language than of Indonesian and English together.
 */
export function isOtherLanguage(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
  if (foreign > letters.length / 2) return true;
  const words = wordsOf(text);
  const own = count(words, INDONESIAN) + count(words, ENGLISH);
  return OTHERS.some((other) => {
    const found = count(words, other);
    return found >= FEWEST_FOREIGN && found > own;
  });
}

const FEWEST_FOREIGN = 2;

function count(words: readonly string[], set: ReadonlySet<string>): number {
  return words.filter((word) => set.has(word)).length;
}

const INDONESIAN = wordSet(`
  saya aku gw gue tidak ga gak nggak bisa sudah udah belum blm yang yg di ke dari dan atau ini itu ada untuk dengan sama
  masuk kode uang akun saldo kenapa gimana bagaimana apa terus tapi tp pas mau sampai
`);
const ENGLISH = wordSet(`
  i my me the is are was not can cannot can't won't doesn't didn't isn't it a an of to in on from for with and or but
  have has had no never why how what when did does after code money account
`);

/** Small words of languages that people write here; none of them is a common word of Indonesian or English. */
const OTHERS: readonly ReadonlySet<string>[] = [
  // Spanish, Portuguese
  wordSet(
    'mi el los las una que por para pero puedo está esta cuenta dinero ayuda hola gracias tengo mis del con cómo',
  ),
  wordSet(
    'minha meu não nao conta dinheiro está para mas uma você obrigado olá posso fazer meus ainda foi ajuda',
  ),
  // French, German, Dutch
  wordSet(
    "je mon ma mes est pas le les une des pour argent compte mais bonjour merci dans avec j'ai ne peux plus",
  ),
  wordSet('ich mein meine nicht ist das der und mit konto geld bitte hilfe kann habe wurde auf ein eine wie'),
  wordSet('ik mijn niet het een geld rekening kan maar heb wordt voor ook geen hoe graag'),
  // Filipino, Vietnamese, Turkish, Italian
  wordSet('hindi ko po ang ng mga sa yung naman pera paano kasi nawala akong'),
  wordSet('tôi không của tiền tài khoản được bị và cho làm sao bạn giúp chưa toi khong cua tien khoan duoc'),
  wordSet('benim hesabım hesabim param değil degil bir ve için icin neden nasıl yardım hesap gelmedi bana'),
  wordSet('il mio conto soldi non sono della perché perche ciao grazie aiuto posso come anche mia'),
];
