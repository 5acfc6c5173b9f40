import type { PersonalSpan } from './personal-data.ts';

const LABEL =
  /(?<!\p{L})(?:(?:nama )?(?:gadis )?ibu kandung(?:nya|ku)?|nama (?:gadis )?(?:ibu|mama|mamah|bunda|emak|nyokap|mami|umi)(?:nya|ku)?|(?:mother|mum|mom)(?:'s|s|’s)? (?:maiden )?name|maiden name|mother is|mother:)(?!\p{L})/giu;
const BETWEEN =
  /^(?:saya|sy|aku|ak|gue|gw|ku|bernama|adalah|ialah|itu|yaitu|isi|tulis|ketik|is|was|are|di|kk|ktp|malah|namanya|nama|kata|yang|yg|benar|bener|betul|seharusnya|harusnya|my|it's|its|the|kandung|atas|sudah|udah|udh|yg|tertulis|terdaftar)$/i;
const MARK_BETWEEN = /^[:=,"'(\-–]+$/;
/** Words that begin a sentence about the name and are no name. */
const NOT_A_NAME =
  /^(?:kok|ga|gak|tidak|tdk|nggak|diminta|ditanya|buat|untuk|apa|beda|salah|harus|wajib|tapi|tp|dan|sama|di|ke|dari|dipakai|kenapa|knp|bisa|kalau|kalo|yang|yg|masih|sudah|udah|udh|belum|blm|cs|bank|teller|cocok|saja|aja|kan|ya|min|dong|sih|lagi|terus|trs|trus|and|but|does|doesn|not|as|for|in|on|to|field|question|wrong|incorrect|mismatch|required|because|why|what|when|always|never|please|data|verifikasi|pas|waktu|sering|selalu|itu|ini|saat|buka|daftar|lupa|or|dengan|dgn|with|kapan|dimana|mana|gimana|bagaimana|boleh|dipake|juga|jg|kpd|kepada|pada|adalah|sebagai|karena|krn|soalnya|rekening|kartu|nya)$/i;
const WORD = /\S+/gu;
const MOST_BETWEEN = 5;
const MOST_NAMES = 4;

/** Names of mothers: the words after the label that are names. A second name is taken where the first stands corrected. */
export function findMothersNames(text: string): PersonalSpan[] {
  return [...text.matchAll(LABEL)].flatMap(({ 0: label, index }) => {
    const from = index + label.length;
    const span = nameAfter(
      text.slice(from, from + 120).split('\n')[0] ?? '',
      from,
      /(?:mother is)$/i.test(label),
    );
    if (!span) return [];
    const corrected =
      /^[,. ]*(?:di (?:kk|ktp|bank|data|sistem)|padahal|malah|bukan|harusnya|seharusnya|tertulis|not|instead of|became)\b[^\n\p{Lu}]{0,30}/iu;
    const more = text.slice(span.end, span.end + 120);
    const skipped = corrected.exec(more)?.[0];
    const second =
      skipped === undefined
        ? undefined
        : nameAfter(more.slice(skipped.length), span.end + skipped.length, true);
    return second ? [span, second] : [span];
  });
}

function nameAfter(rest: string, offset: number, onlyFull: boolean): PersonalSpan | undefined {
  let start: number | undefined;
  let end = 0;
  let between = 0;
  let isSaid = false;
  let names = 0;
  let isCapital = false;
  for (const { 0: written, index } of rest.matchAll(WORD)) {
    const opened = written.replace(/^["'(:=]+/, '');
    const word = opened.replace(/[.,;:?!"')]+$/, '');
    if (start === undefined && (BETWEEN.test(word) || MARK_BETWEEN.test(written))) {
      isSaid = true;
      if (++between > MOST_BETWEEN) return undefined;
      continue;
    }
    if (start === undefined) isSaid ||= opened !== written || index <= 1;
    const capital = /^\p{Lu}[\p{L}.'’-]*$/u.test(word);
    const isName =
      /^\p{L}[\p{L}.'’-]*$/u.test(word) &&
      !NOT_A_NAME.test(word) &&
      (capital || (!isCapital && isSaid && word.length >= 3));
    if (!isName || (start !== undefined && isCapital && !capital) || names >= (isCapital ? MOST_NAMES : 2))
      break;
    start ??= index + (written.length - opened.length);
    isCapital ||= capital;
    names++;
    end = index + (written.length - opened.length) + word.length;
    if (word.length < opened.length) break;
  }
  if (start === undefined || (onlyFull && (!isCapital || names < 2))) return undefined;
  return { start: offset + start, end: offset + end, kind: 'name-of-mother' };
}
