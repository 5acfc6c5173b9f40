import type { LabelKind } from './number-label.ts';
import type { PersonalKind } from './personal-data.ts';

/** A number as written, with what stands around it. */
export interface WrittenNumber {
  readonly digits: string;
  /** Lengths of the pieces in which it is written. */
  readonly pieces: readonly number[];
  readonly plus: boolean;
  readonly hasDots: boolean;
  readonly inWords: boolean;
  /** True when more digits follow in the same row. */
  readonly goesOn: boolean;
}

const LABELLED: Readonly<Partial<Record<LabelKind, (number: WrittenNumber) => PersonalKind | undefined>>> = {
  nik: ({ digits }) => (digits.length === 16 ? 'nik' : undefined),
  kk: ({ digits }) => (digits.length === 16 ? 'kk' : undefined),
  npwp: ({ digits }) => (digits.length === 15 || digits.length === 16 ? 'npwp' : undefined),
  bpjs: ({ digits }) => (digits.length >= 11 && digits.length <= 13 ? 'bpjs' : undefined),
  card: (number) => (isCard(number) ? 'card' : undefined),
  account: ({ digits }) => (digits.length >= 8 && digits.length <= 18 ? 'account' : undefined),
  bank: ({ digits }) =>
    digits.length >= 10 && digits.length <= 16 && !isMobile(digits) ? 'account' : undefined,
  phone: (number) => (isPhone(number) ? 'phone' : undefined),
  otp: (number) => (isCode(number, 4, 8) ? 'otp' : undefined),
  said: (number) =>
    isSpelt(number) || (isCode(number, 6, 6) && !/0{3}$/.test(number.digits)) ? 'otp' : undefined,
  pin: (number) => (isCode(number, 4, 6) ? 'pin' : undefined),
  cvv: (number) => (isCode(number, 3, 4) ? 'cvv' : undefined),
};

/** What a label makes of a number; undefined when the number does not have that form. */
export function classifyByLabel(number: WrittenNumber, label: LabelKind): PersonalKind | undefined {
  return LABELLED[label]?.(number);
}

/** What a number is by its form alone. */
export function classifyByForm(number: WrittenNumber): PersonalKind | undefined {
  const { digits, pieces, plus, hasDots, inWords } = number;
  if (inWords) return isMobile(digits) ? 'phone' : undefined;
  if (digits.length === 15 && hasDots && pieces.join() === '2,3,3,1,3,3') return 'npwp';
  if (isMobile(digits) || (plus && digits.length >= 9 && digits.length <= 15)) return 'phone';
  if (pieces.join() === '3,3,4' && !hasDots) return 'phone';
  const inFours = pieces.length >= 4 && pieces.slice(0, 3).every((length) => length === 4);
  const isIdentity = digits.length === 16 && hasBirthDate(digits);
  if (isCardLength(number) && /^[2-6]/.test(digits) && passesLuhn(digits) && (inFours || !isIdentity))
    return 'card';
  return isIdentity && pieces.every((length) => length >= 4) ? 'nik' : undefined;
}

/** Indonesian mobile numbers: 08…, 628…. */
function isMobile(digits: string): boolean {
  return /^(?:0|62|620)8\d{7,11}$/.test(digits);
}

function isPhone({ digits, pieces }: WrittenNumber): boolean {
  if (digits.length < 7 || digits.length > 15) return false;
  return /^(?:0|62)/.test(digits) || (pieces.length >= 3 && digits.length >= 8);
}

/** Maestro cards may have twelve digits; so short a number must pass the check. */
function isCard(number: WrittenNumber): boolean {
  const { digits } = number;
  return (isCardLength(number) && !isMobile(digits)) || (digits.length === 12 && passesLuhn(digits));
}

function isCardLength({ digits }: WrittenNumber): boolean {
  return digits.length >= 13 && digits.length <= 19;
}

/** A code is written in one piece, digit by digit, or in short equal pieces. */
function isCode(number: WrittenNumber, fewest: number, most: number): boolean {
  const { digits, pieces, goesOn } = number;
  if (goesOn && pieces.length > 1) return false;
  if (digits.length < fewest || digits.length > most) return false;
  // "250.000" is an amount.
  if (number.hasDots && pieces.slice(1).every((length) => length === 3)) return false;
  return (
    pieces.length === 1 ||
    isSpelt(number) ||
    (pieces.length <= 4 && pieces.every((length) => length >= 2 && length <= 4))
  );
}

function isSpelt({ digits, pieces }: WrittenNumber): boolean {
  return pieces.length >= 3 && pieces.length === digits.length && digits.length <= 8;
}

/** Digits 7–12 of a NIK are the birth date, with 40 added to the day for women. */
function hasBirthDate(digits: string): boolean {
  const day = Number(digits.slice(6, 8)) % 40;
  const month = Number(digits.slice(8, 10));
  return Number(digits.slice(6, 8)) <= 71 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/** The check of payment cards (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return digits !== '' && sum % 10 === 0;
}
