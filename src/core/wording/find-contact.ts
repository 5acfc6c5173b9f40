import { findPersonalData, type PersonalKind } from '../safety/browser.ts';

/** What must never stand in a reply: contacts come from the directory, by id. */
export type ContactKind = 'link' | 'mailbox' | 'handle' | 'number' | 'place';

/**
 * The first kind of contact that a text holds, in any spelling ("contoh titik com", full-width digits, "0 8 1 2 …"),
 * or undefined. Five digits in a row, however they are parted, count as a number to call or to pay to.
 */
export function findContact(text: string): ContactKind | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  for (const [kind, pattern] of PATTERNS) if (pattern.test(plain)) return kind;
  if (DIGITS.test(plain.replaceAll(TIME, ' '))) return 'number';
  const found = new Set<PersonalKind>(findPersonalData(plain).map(({ kind }) => kind));
  if (found.has('email')) return 'mailbox';
  if (found.has('address')) return 'place';
  return NUMBERS.some((kind) => found.has(kind)) ? 'number' : undefined;
}

const PATTERNS: readonly (readonly [ContactKind, RegExp])[] = [
  ['mailbox', /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+\s?(?:\.|\(dot\)|\[dot\])/iu],
  ['handle', /(?:^|[^\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/u],
  ['link', /(?:https?|ftp|tel|mailto|javascript|data|whatsapp|tg|intent):\S/iu],
  ['link', /\bwww\b|\/\//iu],
  // "example.org", but neither "No.5" nor "1.000.000": a host ends in letters.
  ['link', /[\p{L}\p{N}-]{2,}\.\p{L}{2,}(?![\p{L}\p{N}])/u],
  ['link', /[\p{L}\p{N}-]+\s?(?:\btitik\b|\bdot\b|\(dot\)|\[dot\]|\[\.\]|\(\.\))\s?\p{L}{2,}/iu],
];

const DIGITS = /(?:\d[\s.\-()/–—]{0,3}){5,}/u;
/** "09.00–18.00" is no number to call. */
const TIME = /(?<!\d)(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d)/g;

const NUMBERS: readonly PersonalKind[] = [
  'phone',
  'account',
  'card',
  'nik',
  'kk',
  'npwp',
  'bpjs',
  'passport',
];
