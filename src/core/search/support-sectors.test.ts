import { expect, it } from 'vitest';
import { supportSectors } from './support-sectors.ts';

const sectorOf = ({ id }: { readonly id: string }) => id.charAt(0);
const order = (...found: [string, number][]) =>
  supportSectors(
    found.map(([id, score]) => ({ id, score })),
    sectorOf,
  ).map(({ id }) => id);

it('puts a guide whose sector is near before one that stands alone', () => {
  expect(order(['a1', 0.5], ['b1', 0.48], ['b2', 0.45])).toEqual(['b1', 'b2', 'a1']);
});

it('keeps a clear lead, and the order within a sector', () => {
  expect(order(['a1', 0.7], ['b1', 0.48], ['b2', 0.45], ['a2', 0.1])).toEqual(['a1', 'b1', 'b2', 'a2']);
});

it('counts no more than the best two', () => {
  expect(order(['a1', 0.5], ['a2', 0.4], ['b1', 0.49], ['b2', 0.39], ['b3', 0.39], ['b4', 0.39])[0]).toBe(
    'a1',
  );
});

it('gives nothing for nothing', () => {
  expect(order()).toEqual([]);
});
