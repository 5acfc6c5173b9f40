import { expect, test } from 'vitest';
import { writeMoment } from './write-moment.ts';

test.each([
  ['2026-11-27T07:00:00Z', 'id', 'full', 'Jumat, 27 November 2026 pukul 14.00 WIB'],
  ['2026-11-27T07:00:00Z', 'en', 'full', 'Friday, 27 November 2026 at 14:00 WIB'],
  ['2026-11-27T18:30:00Z', 'id', 'medium', '28 Nov 2026, 01.30 WIB'],
  ['tomorrow', 'id', 'full', ''],
  ['', 'en', 'medium', ''],
] as const)('tells %s in %s (%s) as "%s"', (moment, lang, style, expected) => {
  expect(writeMoment(moment, lang, style)).toBe(expected);
});
