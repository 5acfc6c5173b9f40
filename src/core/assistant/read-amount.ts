/**
 * The largest sum of rupiah that a text names, in figures or words: "Rp2.500.000", "10jt", "1,5 juta", "lima ratus
 * ribu", "2 million rupiah"; undefined when it names none. Sums in other currencies and large numbers of other
 * things ("2 juta pengikut") are none, and so is a bare number without anything that makes it money.
 */
export function largestAmount(text: string): number | undefined {
  const sums = [...inFigures(text.toLowerCase()), ...inWords(text.toLowerCase())];
  return sums.length > 0 ? Math.max(...sums) : undefined;
}

const UNITS: Readonly<Record<string, number>> = {
  rb: 1e3,
  rbu: 1e3,
  ribu: 1e3,
  k: 1e3,
  thousand: 1e3,
  jt: 1e6,
  jeti: 1e6,
  juta: 1e6,
  mio: 1e6,
  million: 1e6,
  milyar: 1e9,
  miliar: 1e9,
  billion: 1e9,
};
const UNIT = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** What follows a number that counts something else, or other money. */
const OTHER_THINGS =
  /^[\s-]*(?:an|nya)?\s*(?:followers?|pengikut|subs\b|subscribers?|views?|viewers?|penonton|tayangan|likes?|orang|people|users?|pengguna|pelanggan|customers?|produk|products?|downloads?|unduhan|poin|points?|koin|coins?|kali|times|data|km|meter|langkah|steps|kata|words|dollars?|dolar|usd|euros?|eur|ringgit|myr|sgd|yen|won|pounds?|gbp|aud|riyal|baht)(?![a-z])/;
const OTHER_MONEY = /(?:us\$|s\$|a\$|[$€£¥]|usd|eur|sgd|myr|rm|gbp|aud)\s*$/;

/** `prefix` number `unit`, where the prefix or the unit makes it money; or thousands in groups. */
const FIGURES = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?<prefix>(?:rp|idr|rupiah|sebesar|senilai|sejumlah|seharga|nominal|transfer|tf|uang|saldo|duit|dana)\\.?:?\\s*)?(?<number>\\d{1,3}(?:[.,]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)?)\\s*(?<unit>(?:${UNIT})(?=an\\b|nya\\b|\\d{3}\\b|(?![\\p{L}])))?(?<rest>\\d{3}\\b)?`,
  'gu',
);
const LEAST_BARE = 10_000;
const MOST_BARE_DIGITS = 9;

function inFigures(text: string): number[] {
  return [...text.matchAll(FIGURES)].flatMap(({ index, 0: whole, groups }) => {
    const { prefix, number = '', unit, rest } = groups ?? {};
    const isGrouped = /^\d{1,3}(?:[.,]\d{3})+/.test(number);
    if (OTHER_MONEY.test(text.slice(0, index)) || OTHER_THINGS.test(text.slice(index + whole.length)))
      return [];
    if (unit !== undefined) {
      const factor = UNITS[unit] ?? 1;
      const value = Number(number.replaceAll(',', '.').replace(/\.(?=.*\.)/g, ''));
      // "1jt500" is one and a half million.
      return [value * factor + (rest === undefined ? 0 : (Number(rest) * factor) / 1000)];
    }
    const value = isGrouped
      ? Number(number.replace(/[.,]\d{1,2}$/, '').replaceAll(/[.,]/g, ''))
      : Number(number.replace(',', '.'));
    if (isGrouped) return value >= LEAST_BARE ? [value] : [];
    // Bare digits may be an account or a case number.
    return prefix !== undefined && number.length <= MOST_BARE_DIGITS && value >= LEAST_BARE ? [value] : [];
  });
}

const ONES: Readonly<Record<string, number>> = {
  setengah: 0.5,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
  seratus: 100,
  half: 0.5,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const TENS: Readonly<Record<string, number>> = { puluh: 10, ratus: 100, hundred: 100 };
const WHOLE: Readonly<Record<string, number>> = { sejuta: 1e6, seribu: 1e3, semiliar: 1e9, semilyar: 1e9 };

/** Sums in words: a run of number words that ends in thousand, million or billion. */
function inWords(text: string): number[] {
  const sums: number[] = [];
  let [group, total] = [0, 0];
  const end = (after: string): void => {
    if (total > 0 && !OTHER_THINGS.test(after)) sums.push(total);
    [group, total] = [0, 0];
  };
  for (const { 0: token, index } of text.matchAll(/\p{L}+|[^\s\p{L}]/gu)) {
    const word = token.replace(/(?<=juta|ribu|ratus|puluh)(?:an|nya)$/, '');
    const scale = word === 'k' ? undefined : UNITS[word];
    if (Object.hasOwn(WHOLE, word)) total += WHOLE[word] ?? 0;
    else if (Object.hasOwn(ONES, word)) group += ONES[word] ?? 0;
    else if (word === 'belas') group += 10;
    else if (Object.hasOwn(TENS, word) && group > 0) {
      // "dua ratus lima puluh": only what was said last is multiplied.
      const last = group % 10 === 0 && group >= 10 ? group : group % 10;
      group += last * ((TENS[word] ?? 1) - 1);
    } else if (scale !== undefined && group > 0) {
      total += group * scale;
      group = 0;
    } else if (word !== 'and' && word !== '-') end(text.slice(index));
  }
  end('');
  return sums;
}
