import { findAddresses } from './find-address.ts';
import { findBirthDates } from './find-date.ts';
import { findEmails } from './find-email.ts';
import { findIbans } from './find-iban.ts';
import { findLetteredNumbers } from './find-plate.ts';
import { findMothersNames } from './find-mother.ts';
import { findNumbers } from './find-numbers.ts';
import { findPasswords } from './find-password.ts';
import { foldText } from './fold-text.ts';
import { readTokens } from './message-token.ts';
import type { PersonalKind, PersonalSpan } from './personal-data.ts';
import { plainSpelling } from './plain-spelling.ts';
import { onOriginal, settle } from './settle-spans.ts';

/** A text without personal data, and how many of each kind it had. */
export interface MaskedText {
  readonly text: string;
  readonly counts: Readonly<Partial<Record<PersonalKind, number>>>;
}

/** Masking changes the neighbourhood of what stays: so often is the result looked at again. */
const MOST_PASSES = 6;

/**
 * Where personal data stands in a message, Indonesian or English, however it is written; in order and
 * apart. Never throws; time grows with the length of the text.
 */
export function findPersonalData(text: string): PersonalSpan[] {
  const folded = plainSpelling(foldText(text));
  const tokens = readTokens(folded.text);
  const found = [
    ...findEmails(folded.text),
    ...findPasswords(folded.text),
    ...findAddresses(tokens),
    ...findLetteredNumbers(folded.text, tokens),
    ...findBirthDates(folded.text, tokens),
    ...findIbans(folded.text),
    ...findNumbers(tokens),
    ...findMothersNames(folded.text),
  ];
  return onOriginal(settle(folded.text, found), folded);
}

/** Puts the kind in brackets ("[otp]") in the place of everything personal. Masking twice changes nothing. */
export function mask(text: string): MaskedText {
  const counts: Partial<Record<PersonalKind, number>> = {};
  let masked = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const spans = findPersonalData(masked);
    if (spans.length === 0) break;
    for (const { kind } of spans) counts[kind] = (counts[kind] ?? 0) + 1;
    masked = replaceSpans(masked, spans);
  }
  return { text: masked, counts };
}

function replaceSpans(text: string, spans: readonly PersonalSpan[]): string {
  let replaced = '';
  let last = 0;
  for (const { start, end, kind } of spans) {
    replaced += `${text.slice(last, start)}[${kind}]`;
    last = end;
  }
  return replaced + text.slice(last);
}
