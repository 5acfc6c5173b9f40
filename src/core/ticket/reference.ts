/** The table of Damm (2004, "Total anti-symmetrische Quasigruppen"): finds each wrong digit and each swapped pair. */
const TABLE = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

const DIGITS = 7;
const FORM = /^\d{8}$/;

/**
 * The reference of a ticket, easy to read aloud: seven digits and one that checks them (`4829-1735`).
 * `number` is a whole number from 0 to 9,999,999.
 */
export function writeReference(number: number): string {
  const digits = String(number).padStart(DIGITS, '0');
  const all = `${digits}${checkDigit(digits)}`;
  return `${all.slice(0, 4)}-${all.slice(4)}`;
}

/** The reference that somebody typed or read aloud, however it is spaced; undefined when a digit is wrong. */
export function readReference(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s\p{Pd}#.]/gu, '');
  if (!FORM.test(digits) || checkDigit(digits) !== '0') return undefined;
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** Of digits that end in their own check digit, it is `0`. */
function checkDigit(digits: string): string {
  let interim = '0';
  for (const digit of digits) interim = TABLE[Number(interim)]?.[Number(digit)] ?? '0';
  return interim;
}
