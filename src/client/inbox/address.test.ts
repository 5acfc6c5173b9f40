import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress, writeAddress, type Place } from './address.ts';

describe('the address of a place in the inbox', () => {
  test.each<[string, Place]>([
    ['', { part: 'list' }],
    ['#/', { part: 'list' }],
    ['#/v/late', { part: 'list', view: 'late' }],
    ['#/v/nowhere', { part: 'list' }],
    ['#/t/a1', { part: 'talk', ticket: 'a1' }],
    ['#/t/a1/story', { part: 'story', ticket: 'a1' }],
    ['#/t/a1/other', { part: 'talk', ticket: 'a1' }],
    ['#/t/', { part: 'list' }],
    ['#/t/%', { part: 'list' }],
    ['#content', { part: 'list' }],
  ])('"%s" is %o', (hash, place) => {
    expect(readAddress(hash)).toEqual(place);
  });

  test('leads back to the place that it was written for, whatever the id', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom('talk', 'story'), (ticket, part) => {
        expect(readAddress(writeAddress({ part, ticket }))).toEqual({ part, ticket });
      }),
    );
    expect(readAddress(writeAddress({ part: 'list', view: 'held' }))).toEqual({ part: 'list', view: 'held' });
  });
});
