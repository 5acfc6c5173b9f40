import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode, encode, pack, unpack } from './cluster-code.ts';

const vector = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 8, maxLength: 8 })
  .map((numbers) => Float32Array.from(numbers, (number) => number / 1000));

it('keeps a vector to a part of the farthest number from its base', () => {
  fc.assert(
    fc.property(vector, vector, (value, base) => {
      const code = encode(value, base, 8);
      const far = Math.max(...value.map((number, index) => Math.abs(number - (base[index] ?? 0))));
      for (const [index, number] of decode(code, base, 8).entries()) {
        expect(Math.abs(number - (value[index] ?? 0))).toBeLessThanOrEqual(far / 100 + 1e-6);
      }
    }),
  );
});

it('keeps a vector that is its base as it is', () => {
  const base = Float32Array.of(0.5, -0.25, 0, 1);
  expect(decode(encode(base, base, 2), base, 2)).toEqual(base);
});

it.each([2, 4] as const)('takes out of bytes the levels of %s bits that it put in', (bits) => {
  const levels = fc.uint8Array({ max: 2 ** bits - 1, minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(levels, (written) => {
      const bytes = pack(written, bits);
      expect(bytes).toHaveLength((12 * bits) / 8);
      expect(unpack(bytes, 12, bits)).toEqual(written);
    }),
  );
});
