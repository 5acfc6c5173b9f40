import type { PersonalSpan } from './personal-data.ts';

const IBAN = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])/giu;

/** Account numbers as banks abroad write them (ISO 13616), by their check digits. */
export function findIbans(text: string): PersonalSpan[] {
  return [...text.matchAll(IBAN)].flatMap(({ 0: written, index }) =>
    passesCheck(written.replaceAll(' ', '').toUpperCase())
      ? [{ start: index, end: index + written.length, kind: 'account' as const }]
      : [],
  );
}

/** Letters count from ten; the first four characters go to the end; what is left of a division by 97 is one (ISO 7064). */
function passesCheck(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
