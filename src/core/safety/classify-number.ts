import type { LabelKind } from './label-words.ts';
import type { PersonalKind } from './personal-data.ts';
import type { WrittenNumber } from './written-number.ts';

type Judge = (number: WrittenNumber) => PersonalKind | undefined;

/** What each label makes of a number; a label that is not here names nothing personal by itself. */
const LABELLED: Readonly<Partial<Record<LabelKind, Judge>>> = {
  nik: ({ digits, pieces }) =>
    digits.length === 16 || (digits.length === 9 && pieces.join() === '3,2,4') ? 'nik' : undefined,
  kk: ({ digits }) => (digits.length === 16 ? 'kk' : undefined),
  npwp: ({ digits }) => (digits.length === 15 || digits.length === 16 ? 'npwp' : undefined),
  bpjs: ({ digits }) => (digits.length >= 11 && digits.length <= 13 ? 'bpjs' : undefined),
  card: (number) => (isCard(number) ? 'card' : undefined),
  account: (number) => (isAccount(number, 8, 18) ? 'account' : undefined),
  bank: (number) => (isAccount(number, 10, 16) && !isMobile(number.digits) ? 'account' : undefined),
  holder: (number) => (isAccount(number, 8, 16) && !isMobile(number.digits) ? 'account' : undefined),
  toward: (number) => (isAccount(number, 10, 16) && !isMobile(number.digits) ? 'account' : undefined),
  phone: (number) => (isPhone(number) ? 'phone' : undefined),
  dial: (number) => (isPhone(number) ? 'phone' : undefined),
  otp: (number) => (isCode(number, 4, 8) ? 'otp' : undefined),
  code: (number) => (isCode(number, ...usualLengths(number)) ? 'otp' : undefined),
  said: (number) =>
    isCode(number, ...usualLengths(number)) && !/0{3}$/.test(number.digits) ? 'otp' : undefined,
  given: (number) => (isCode(number, 6, 6) && !/0{2}$/.test(number.digits) ? 'otp' : undefined),
  pin: (number) => (isCode(number, 4, 6) ? 'pin' : undefined),
  cvv: (number) => (isCode(number, 3, 4) ? 'cvv' : undefined),
};

/** Where nothing speaks of codes that are sent, only six digits are one: "kode 1023" is any code. */
function usualLengths(number: WrittenNumber): [fewest: number, most: number] {
  return number.isAboutCodes || isSpelt(number) ? [4, 8] : [6, 6];
}

/** What a label makes of a number; undefined when the number does not have that form. */
export function classifyByLabel(number: WrittenNumber, label: LabelKind): PersonalKind | undefined {
  return LABELLED[label]?.(number);
}

/** What a number is by its form alone. */
export function classifyByForm(number: WrittenNumber): PersonalKind | undefined {
  const { digits, pieces, plus, hasDots, inWords, isOdd } = number;
  if (isRegular(number) && isMobile(digits)) return 'phone';
  if (isRegular(number) && isCertainCard(digits) && !isPlainIdentity(number)) return 'card';
  if (inWords || isOdd) return undefined;
  if (digits.length === 15 && hasDots && pieces.join() === '2,3,3,1,3,3') return 'npwp';
  if (isMobile(digits) || (plus && digits.length >= 9 && digits.length <= 15)) return 'phone';
  if (pieces.join() === '3,3,4' && !hasDots) return 'phone';
  if (/^000\d{10}$/.test(digits)) return 'bpjs';
  if (isIssued(digits) && passesLuhn(digits) && !isPlainIdentity(number)) return 'card';
  return isIdentity(digits) && pieces.every((length) => length >= 4) ? 'nik' : undefined;
}

/** A card beyond doubt: it stays one beside the name of its bank. */
export function isCertainlyCard(number: WrittenNumber): boolean {
  return isUnmistakable(number) && classifyByForm(number) === 'card';
}

/** Written as phones and cards are, and as nothing else is: even where an order number is expected. */
export function isUnmistakable(number: WrittenNumber): boolean {
  const { plus, pieces, digits } = number;
  if (plus || pieces.join() === '4,4,4,4') return true;
  return isRegular(number) && isCertainCard(digits) && !(pieces.length === 1 && DATED.test(digits));
}

/** Order numbers begin with the date. */
const DATED = /^2[2-7](?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** Indonesian mobile numbers: 08…, 628…. */
function isMobile(digits: string): boolean {
  return /^(?:0|62|620)8\d{7,11}$/.test(digits);
}

function isPhone({ digits, pieces, isOdd, hasDots }: WrittenNumber): boolean {
  if (digits.length < 7 || digits.length > 15 || isOdd) return false;
  // "08.00-16.00" are hours.
  if (hasDots && pieces.join() === '2,2,2,2') return false;
  // "1500-888" is a call centre.
  return /^(?:0|62)/.test(digits) || (pieces.length >= 2 && !/^1[45]0/.test(digits));
}

/** Round numbers are amounts: "transfer 1500000000". */
function isAccount({ digits, isOdd }: WrittenNumber, fewest: number, most: number): boolean {
  return !isOdd && digits.length >= fewest && digits.length <= most && !/0{5}$/.test(digits);
}

/** Maestro cards may have twelve digits; so short a number must pass the check. */
function isCard(number: WrittenNumber): boolean {
  const { digits, isOdd } = number;
  const isLong = digits.length >= 13 && digits.length <= 19 && !isOdd && !isMobile(digits);
  // "sim card" stands near identity numbers too.
  if (isIdentity(digits) && !isCertainCard(digits)) return false;
  return isLong || ((digits.length === 12 || isOdd) && isCertainCard(digits)) || isMaestro(number);
}

function isMaestro({ digits, isOdd }: WrittenNumber): boolean {
  return digits.length === 12 && !isOdd && passesLuhn(digits);
}

/** First digits and lengths of the networks in use: Visa, Mastercard, American Express, JCB, UnionPay, Discover, Maestro, Diners. */
const ISSUED =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|35\d{14}|3[068]\d{12}|(?:50|5[6-8]|6\d)\d{14,17})$/;

function isIssued(digits: string): boolean {
  return ISSUED.test(digits);
}

/** A card of sixteen digits, or of American Express, by its first digits and its check digit. */
function isCertainCard(digits: string): boolean {
  const isUsual = digits.length === 16 || /^3[47]/.test(digits);
  return isUsual && isIssued(digits) && passesLuhn(digits);
}

/** In one piece, digit by digit, in equal pieces, or as American Express writes it: not by chance. */
function isRegular({ pieces, isOdd, digits }: WrittenNumber): boolean {
  const [first = 0] = pieces;
  const isEven = pieces.every(
    (length, at) => length === first || (at === pieces.length - 1 && length < first),
  );
  return (
    isEven ||
    pieces.join() === '4,6,5' ||
    (isMobile(digits) && pieces.every((length) => length >= (isOdd ? 3 : 1)))
  );
}

/** A code is written in one piece, digit by digit, or in short equal pieces. */
function isCode(number: WrittenNumber, fewest: number, most: number): boolean {
  const { digits, pieces, goesOn, hasDots } = number;
  if (digits.length < fewest || digits.length > most) return false;
  if (isSpelt(number)) return true;
  if (number.isOdd || number.isInRow || (goesOn && pieces.length > 1)) return false;
  // "250.000" is an amount, "08.30" a time, "12-11-2025" a date.
  if (hasDots && (pieces.length === 2 || pieces.slice(1).every((length) => length === 3))) return false;
  if (/^(?:[12],)?[12],4$/.test(pieces.join()) && /(?:19|20)\d\d$/.test(digits)) return false;
  return pieces.length === 1 || (pieces.length <= 4 && pieces.every((length) => length >= 2 && length <= 4));
}

function isSpelt({ digits, pieces }: WrittenNumber): boolean {
  return pieces.length >= 3 && pieces.length === digits.length && digits.length <= 8;
}

/** A number of sixteen digits whose birth date is possible, in one piece or as identity cards print it. */
function isPlainIdentity({ digits, pieces }: WrittenNumber): boolean {
  return isIdentity(digits) && (pieces.length === 1 || pieces.join() === '6,6,4');
}

/** Digits 7–12 of a NIK are the birth date, with 40 added to the day for women. */
function isIdentity(digits: string): boolean {
  const day = Number(digits.slice(6, 8)) % 40;
  const month = Number(digits.slice(8, 10));
  const isDate = Number(digits.slice(6, 8)) <= 71 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
  return digits.length === 16 && isDate;
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
