import type { PersonalSpan } from './personal-data.ts';

const LABEL =
  /(?<![\p{L}\p{N}])(?:password|passwd|passwrd|pasword|pass|pwd|pw|psw|pswd|sandi|katasandi|paswot|passphrase)(?:nya|ku|mu)?(?![\p{L}\p{N}])/giu;
/** What may stand between a label and the password; the password comes within so many words. */
const MOST_WORDS_BETWEEN = 7;
const WORD = /\S{1,120}/gu;
const REACH = 200;
/** What masking puts in the place of something. */
const MASKED = /\[[a-z]+(?:-[a-z]+)*\]/;
const QUOTED = /["“”'‘’«»`]([^"“”'‘’«»`\n]{3,60})["“”'‘’«»`]/u;
/** Marks after which any word is the password. */
const SAYS = /^(?:[:=]|is|adalah|yaitu|to|->)$/i;
/** Words that are never a password, even where one is expected. */
const ORDINARY =
  /^(?:nya|ya|yang|yg|saya|sy|aku|gue|gw|ku|lama|baru|salah|benar|bener|lupa|forgot|wrong|incorrect|correct|apa|what|not|the|my|a|an|minimal|harus|must|should|tidak|tdk|ga|gak|nggak|udah|sudah|dan|and|or|atau|di|ke|dari|untuk|buat|ditolak|rejected|expired|invalid|reset|ganti|akun|account|email|too|weak|case|required|same|sama|terus|always|never|still|masih|sensitive|okay|ok|min|dong|sih|kok)$/i;

/** Passwords of a folded text: what is quoted after the word, what follows "is" or ":", or what looks like one. */
export function findPasswords(text: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  let last = 0;
  for (const { 0: label, index } of text.matchAll(LABEL)) {
    const from = index + label.length;
    if (index < last) continue;
    const span = passwordAfter(text.slice(from, from + REACH), from);
    if (!span) continue;
    spans.push(span);
    last = span.end;
  }
  return spans;
}

function passwordAfter(rest: string, offset: number): PersonalSpan | undefined {
  const quoted = QUOTED.exec(rest.slice(0, 90));
  if (quoted?.[1] !== undefined && MASKED.test(quoted[1])) return undefined;
  if (quoted?.[1] !== undefined && quoted.index < 25 && !/[.?!\n]/.test(rest.slice(0, quoted.index))) {
    const start = offset + quoted.index + 1;
    return { start, end: start + quoted[1].length, kind: 'password' };
  }
  let isSaid = false;
  let words = 0;
  for (const { 0: written, index } of rest.matchAll(WORD)) {
    if (words++ >= MOST_WORDS_BETWEEN || rest.slice(0, index).includes('\n') || MASKED.test(written))
      return undefined;
    const opened = written.replace(/^[:=(]+/, '');
    const word = opened.replace(/[.,;?)"]+$/, '');
    isSaid ||= opened !== written;
    const start = offset + index + (written.length - opened.length);
    if (looksLikePassword(word) || (isSaid && word.length >= 4 && !ORDINARY.test(word))) {
      return { start, end: start + word.length, kind: 'password' };
    }
    if (/[.,;?!]$/.test(written)) return undefined;
    isSaid = SAYS.test(written) || /[:=]$/.test(written);
  }
  return undefined;
}

/** Letters with digits, with marks inside, or with capitals inside; measures and common names are none. */
function looksLikePassword(word: string): boolean {
  if (word.length < 5 || /^(?:https?:|www\.)/i.test(word) || (word.includes('@') && word.includes('.')))
    return false;
  if (/^\d+(?:[-.,:/]?\d+)*\p{L}{0,10}$/u.test(word)) return false;
  if (/^(?:e-|m-|i-|wi-)\p{L}+$/iu.test(word)) return false;
  const hasLetter = /\p{L}/u.test(word);
  const hasDigit = /\d/.test(word);
  const hasMark = /[!#$%^&*_+=?~@]/.test(word.slice(0, -1)) || /[!#$%^&*_+=~@]{2}$/.test(word);
  const hasInnerCapital = /\p{Ll}\p{Lu}/u.test(word);
  // "masuk2" is a reduplication.
  const isRepeated = /^\p{L}+2(?:\p{L}{0,3})$/u.test(word);
  return (
    hasLetter &&
    !isRepeated &&
    (hasDigit || hasMark || hasInnerCapital) &&
    !/^(?:iPhone|YouTube|TikTok|WhatsApp|eBay|iCloud|m-banking)\S*$/i.test(word)
  );
}
