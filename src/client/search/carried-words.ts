/** Where words wait for the page that they lead to. */
const KEY = 'pandu:carried';

/** Keeps words for the next page of this tab, so that they need not stand in its address. False when they cannot be kept. */
export function carryWords(text: string): boolean {
  try {
    sessionStorage.setItem(KEY, text);
    return true;
  } catch {
    // Storage is forbidden: the form goes as it is.
    return false;
  }
}

/** Gives the words that were carried here, once; '' when there are none. */
export function takeCarriedWords(): string {
  try {
    const text = sessionStorage.getItem(KEY) ?? '';
    sessionStorage.removeItem(KEY);
    return text;
  } catch {
    // As above.
    return '';
  }
}
