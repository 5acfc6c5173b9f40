import { describe, expect, test } from 'vitest';
import { pathOf, ROUTES } from './routes.ts';

describe('pathOf', () => {
  test.each([
    ['home', 'id', {}, '/'],
    ['home', 'en', {}, '/en/'],
    ['guide', 'id', { id: 'banking/otp-not-received' }, '/banking/otp-not-received/'],
    ['guideMarkdown', 'en', { id: 'banking/otp-not-received' }, '/en/banking/otp-not-received.md'],
    ['permalink', 'en', { code: 'k7m2pq' }, '/en/g/k7m2pq/'],
    ['service', 'en', { slug: 'bca' }, '/en/services/bca/'],
    ['sector', 'id', { sector: 'banking' }, '/banking/'],
  ] as const)('gives the path of %s in %s', (page, lang, params, expected) => {
    expect(pathOf(page, lang, params)).toBe(expected);
  });

  test('refuses to make a link with a hole in it', () => {
    expect(() => pathOf('service', 'id')).toThrow('needs "slug"');
  });

  test('keeps the two languages apart: English always under /en/, Indonesian never', () => {
    for (const { id, en } of Object.values(ROUTES)) {
      expect(en.startsWith('/en/')).toBe(true);
      expect(id.startsWith('/en/')).toBe(false);
    }
  });
});
