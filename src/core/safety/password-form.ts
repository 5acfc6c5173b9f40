/** How far a word looks like a password: by itself, only close to the name, or only digits right after it. */
export type PasswordForm = 'strong' | 'weak' | 'digits';

const SHORTEST = 5;
const SHORTEST_DIGITS = 4;
const LONGEST_DIGITS = 12;
/** What is written with digits and counts something. */
const MEASURE =
  /^\d+(?:[-.,:/]?\d+)*(?:x|kali|an|digit|angka|karakter|huruf|char|hari|jam|menit|detik|bulan|bln|tahun|thn|th|rb|ribu|jt|juta|k|gb|mb|st|nd|rd|th)?$/i;
/** Codes of errors and tickets. */
const TICKET = /^[A-Z]{1,4}[-_]?\d+$/;
/** Versions, addresses of pages, things that are named so. */
const NAMED =
  /^(?:v\d.*|https?:.*|www\..*|(?:iphone|ipad|youtube|tiktok|whatsapp|ebay|icloud|windows|android|samsung|xiaomi|oppo|vivo|redmi|realme|note|galaxy|poco|infinix|chrome|firefox|office|wifi|linkaja|shopeepay|mybca|brimo|livin|e-|m-|i-|wi-|mbanking)[\p{L}\d]*)$/iu;
/** Capitals and digits, as models and tickets are named. */
const CODE = /^[A-Z\d]+(?:[-_/.][A-Z\d]+)*$/;
/** "masuk2", "dua2nya" are reduplications. */
const REPEATED = /^\p{L}{2,8}2\p{L}{0,3}$/u;
/** Words after which what looks only a little like a password is something else. */
const STOPS =
  /^(?:salah|benar|bener|lupa|error|eror|gagal|invalid|wrong|incorrect|ga|gak|gk|ngga|nggak|tidak|tdk|bukan|bisa|reset|harus|must|should|minimal|maksimal|minimum|min|max|saat|pas|kalo|kalau|sejak|since|update|versi|version|minta|diminta|masuk|login|aplikasi|tiket|ticket|kode|code|otp|pin|nomor|no|order|pesanan|dan|and|or|atau|tapi|tp|but|because|karena|sampai|sampe|for|in|on|at|ke|dari|untuk|cuma|at|least|every|tiap|setiap|expired|not|does|doesn't|cannot|can't|won't|need|needs|requires?|ditolak|keblokir|terkunci|terdiri|mengandung|berisi|katanya|muncul|bilang|says|said|terminal)$/i;
/** Words that are no password even where one is expected. */
const ORDINARY =
  /^(?:nya|yang|saya|lama|baru|lemah|kuat|sudah|udah|belum|tetap|tetep|apa|what|apaan|kosong|untuk|buat|akun|account|email|weak|strong|case|same|sama|terus|always|never|still|masih|sensitive|okay|kok|dong|sih|wifi|facebook|instagram|gmail|aplikasi|forgotten|reset|unknown|blank|empty|being|been|that|this|sesuai|cocok|beda|berubah|diganti|ganti|tertukar|hilang|required|protected|stored|shown|visible|different|correct|expired|set|change|login|masuk|log|the|gimana|bagaimana|berapa|rahasia|dimana|mana|kenapa|optional|secure|safe|aman)$/i;

/** Shapes of verbs: "is changed", "adalah diganti". */
const DERIVED = /^(?:di\p{L}{4,}|ter\p{L}{4,}|me[mn]\p{L}{4,}|\p{L}{3,}(?:ed|ing|kan))$/u;

/** The form of a word; undefined for measures, versions, codes and plain words. */
export function looksLikePassword(word: string): PasswordForm | undefined {
  if (/^\d+$/.test(word))
    return word.length >= SHORTEST_DIGITS && word.length <= LONGEST_DIGITS ? 'digits' : undefined;
  if (
    word.length < SHORTEST ||
    MEASURE.test(word) ||
    TICKET.test(word) ||
    NAMED.test(word) ||
    REPEATED.test(word)
  )
    return undefined;
  if (!/\p{L}/u.test(word) || (word.includes('@') && word.includes('.'))) return undefined;
  const hasDigit = /\d/.test(word);
  if (CODE.test(word)) return hasDigit && word.length >= 6 ? 'weak' : undefined;
  const hasInnerCapital = /\p{Ll}\p{Lu}/u.test(word);
  const hasMark = /[!#$%^&*+=?~@]/.test(word.slice(0, -1)) || /[!#$%^&*_+=~@]{2}$/.test(word);
  const hasInnerDigit = /\p{L}\d+\p{L}/u.test(word);
  if (
    hasMark ||
    hasInnerDigit ||
    (hasInnerCapital && hasDigit) ||
    (/[_-]/.test(word) && hasDigit && /\p{Lu}/u.test(word))
  )
    return 'strong';
  return hasDigit || hasInnerCapital || /\p{L}_\p{L}/u.test(word) ? 'weak' : undefined;
}

/** True for words after which a number or a name with digits is no password: "salah", "versi". */
export function stopsPassword(word: string): boolean {
  return STOPS.test(word);
}

/** True for words that say something about a password: "password: lupa". */
export function isOrdinaryNearPassword(word: string): boolean {
  return ORDINARY.test(word) || STOPS.test(word) || MEASURE.test(word) || DERIVED.test(word);
}
