import { describe, expect, test } from 'vitest';
import { readLanguage, readPlace } from './place.ts';

describe('readPlace', () => {
  test.each([
    [{}, {}],
    [
      { sector: 'banking', service: 'bca' },
      { sector: 'banking', service: 'bca' },
    ],
    [{ article: 'banking/otp-not-received' }, { article: 'banking/otp-not-received' }],
    [{ sector: 'moon', service: '../../x' }, {}],
    [{ sector: '', service: '' }, {}],
  ])('of %o is %o', (data, place) => {
    expect(readPlace(data)).toEqual(place);
  });
});

describe('readLanguage', () => {
  test.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['ID', 'id'],
    ['jv', 'id'],
    ['', 'id'],
    [undefined, 'id'],
  ])('takes %s for %s', (asked, lang) => {
    expect(readLanguage(asked)).toBe(lang);
  });
});
