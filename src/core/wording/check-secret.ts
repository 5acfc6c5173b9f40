/**
 * True when a sentence asks a reader to hand over what nobody may ask for (a code, PIN, password, card), and does not
 * warn against it.
 */
export function asksForSecret(sentence: string): boolean {
  return SECRET.test(sentence) && GIVE.test(sentence) && !WARNING.test(sentence);
}

const SECRET =
  /\b(?:otp|pin|cvv|cvc|password|passcode|kata sandi|sandi|kode (?:verifikasi|rahasia|otp)|verification code|security code|one-time code|nomor kartu|card number)(?:nya|mu|s)?\b/i;
const GIVE =
  /\b(?:kirim(?:kan|in)?|beri(?:kan)?|kasih|sebut(?:kan)?|bagikan|tulis(?:kan)?|ketik(?:kan)?|balas|bacakan|forward|send|give|share|tell|reply|provide|read (?:it|them|out)|type|text|submit)\b/i;
const WARNING = /\b(?:jangan|tidak|bukan|tanpa|never|not|don['’]t|nobody|without)\b/i;
