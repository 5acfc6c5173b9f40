/**
 * What every secret has: a digit, a number in words, a word for a password, or letters that only look like those.
 * Other texts hold none, and cost no download.
 */
const SUSPECT =
  /[^\x20-\x7e\s]|\d|pas|pw|ps|sandi|nol|kosong|kosng|zero|satu|stu|one|dua|two|tiga|tga|three|empat|ampat|empt|four|lima|lma|five|enam|anam|six|tuju|tjuh|seven|lapan|eight|sembilan|smbilan|nine/i;

/** Whether a text is worth a closer look; quick, and true for every text that holds a secret. */
export function maySecretBeIn(text: string): boolean {
  return SUSPECT.test(text);
}

/** What a secret is called, and what it may begin with at the end of a text. */
const CALLED = /otp|pin|cv[vc]|kode|code|token|sandi|pas|pw|kartu|card/i;
const BEGINNING = /(?:(?<![\p{L}\d])\d[\d\s.-]*|[:=]\s*\S*|["“'‘]\S*)$/u;

/** Whether a text may end within a secret that is being typed: its first letters are no business of anybody's either. */
export function mayEndInSecret(text: string): boolean {
  return CALLED.test(text) && BEGINNING.test(text);
}

/**
 * Whether a text holds a code, PIN, CVV, password or card number. False when what finds them cannot be fetched: a box
 * that sends nothing any more would help nobody.
 */
export async function holdsSecret(text: string): Promise<boolean> {
  if (!maySecretBeIn(text)) return false;
  try {
    const { findSecrets } = await import('./find-secret.ts');
    return findSecrets(text).length > 0;
  } catch {
    // Offline, or the site was built anew since this page was opened.
    return false;
  }
}
