import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReference, writeReference } from './reference.ts';

const number = fc.integer({ min: 0, max: 9_999_999 });

describe('a reference', () => {
  test('ends in the digit of Damm', () => {
    // The example of the dissertation: 572 is checked by 4.
    expect(writeReference(572)).toBe('0000-5724');
    expect(writeReference(4_829_173)).toBe('4829-1736');
  });

  test('is read back however it is written', () => {
    fc.assert(
      fc.property(number, (one) => {
        const reference = writeReference(one);
        const [front = '', back = ''] = reference.split('-');
        const wide = reference.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
        for (const form of [reference, front + back, ` ${front} – ${back} `, `#${reference}`, wide])
          expect(readReference(form)).toBe(reference);
      }),
    );
  });

  test('notices one wrong digit, and two that changed places', () => {
    fc.assert(
      fc.property(
        number,
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        (one, place, shift) => {
          const digits = Array.from(writeReference(one).replace('-', ''));
          const wrong = digits.with(place, String((Number(digits[place]) + shift) % 10));
          expect(readReference(wrong.join(''))).toBeUndefined();
          const [a = '', b = ''] = [digits[place % 7], digits[(place % 7) + 1]];
          const swapped = digits.with(place % 7, b).with((place % 7) + 1, a);
          if (a !== b) expect(readReference(swapped.join(''))).toBeUndefined();
        },
      ),
    );
  });

  test.each(['', '4829', '4829-17366', 'abcd-efgh', '4829-1736 4829-1736', '٤٨٢٩١٧٣٦'])(
    'is not %j',
    (text) => {
      expect(readReference(text)).toBeUndefined();
    },
  );
});
