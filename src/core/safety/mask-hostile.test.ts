import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { passesLuhn } from './classify-number.ts';
import { mask } from './mask.ts';

/** Strings that break programs; not part of the project. */
const NAUGHTY_STRINGS = '../shared/attacks/blns/blns.json';

/** Numbers of sixteen digits that pass the check of cards and begin as cards do. */
const cards = fc
  .tuple(
    fc.constantFrom('4', '51', '55', '2221', '2720', '35', '60', '62', '65'),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }),
  )
  .map(([network, digits]) => {
    const body = (network + digits.join('')).slice(0, 15);
    return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((check) => `${body}${check}`).find(passesLuhn) ?? '';
  });
const SEPARATORS = [
  '',
  ' ',
  '-',
  '.',
  '/',
  '_',
  '|',
  '*',
  ' - ',
  '  ',
  '\u00a0',
  '\u200b',
  '~',
  ',',
  ':',
  '–',
  '#',
];
const BEFORE = [
  '',
  'nomor pesanan',
  'resi',
  'kartu',
  'bayar',
  'otp',
  'hp',
  'rek',
  'nik',
  'ke 12 ',
  'Rahasia#1',
];

describe('mask', () => {
  test('leaves no card behind, whatever stands between its digits and before it', () => {
    fc.assert(
      fc.property(
        cards,
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom(1, 2, 4, 8, 16),
        fc.constantFrom(...BEFORE),
        (card, separator, size, before) => {
          // Order numbers begin with a date: in one piece such a number is no card.
          fc.pre(size < 16 || !card.startsWith('2'));
          const written = (card.match(new RegExp(`.{${size}}`, 'g')) ?? []).join(separator);
          const { text } = mask(`${before} ${written} ga bisa`);
          expect(text.replaceAll(/[^\p{L}\p{N}[\]]/gu, '')).not.toContain(card);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test.skipIf(!existsSync(NAUGHTY_STRINGS))(
    'bears hostile strings, and masks them the second time as the first',
    () => {
      const strings = z.array(z.string()).parse(JSON.parse(readFileSync(NAUGHTY_STRINGS, 'utf8')));
      const changed = strings.map((text) => mask(text).text).filter((once) => mask(once).text !== once);
      expect(strings.length).toBeGreaterThan(400);
      expect(changed).toEqual([]);
    },
  );

  test('bears any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = mask(text).text;
        expect(mask(once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
