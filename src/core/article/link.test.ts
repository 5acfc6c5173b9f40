import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guideMarkdownPath, guidePath, permalinkPath } from './address.ts';
import { FOOTNOTE, resolveGuideLink } from './link.ts';

test.each([
  ['../transfer-pending/', 'banking/transfer-pending', ''],
  ['../transfer-pending', 'banking/transfer-pending', ''],
  ['../transfer-pending/#resend', 'banking/transfer-pending', 'resend'],
  ['../../e-commerce/otp-not-received/', 'e-commerce/otp-not-received', ''],
  ['../../e-commerce/otp-not-received/#a-b', 'e-commerce/otp-not-received', 'a-b'],
  ['#ask-bank', 'banking/here', 'ask-bank'],
])('reads %s as a guide', (href, id, anchor) => {
  expect(resolveGuideLink('banking/here', href)).toEqual({ id, anchor });
});

test.each([
  '',
  '#',
  '/banking/x/',
  'x/',
  './x/',
  '../',
  '../../',
  '../../../x/',
  '../x/y/',
  '../x/en.md',
  '../X/',
  '..//x/',
  '../x/?q',
  '../../banking/',
  'https://example.org/../x/',
  'javascript:alert(1)//../x/',
  '//example.org',
])('reads "%s" as no guide', (href) => {
  const target = resolveGuideLink('banking/here', href);
  // Two levels up and one name is a guide called after a sector, which the check then finds missing.
  expect(target).toBeUndefined();
});

test('gives an id of two plain parts for any address', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((text) => `../${text}`),
      ),
      (href) => {
        const target = resolveGuideLink('banking/here', href);
        if (target) expect(target.id).toMatch(/^[a-z-]+\/[a-z0-9-]+$/);
      },
    ),
  );
});

test('finds the name in a footnote', () => {
  expect([...'a[^x-1] b[^y] c[^Z] [x](y)'.matchAll(FOOTNOTE)].map(([, name]) => name)).toEqual(['x-1', 'y']);
});

test.each([
  ['id', '/banking/x/', '/banking/x.md', '/g/abc/'],
  ['en', '/en/banking/x/', '/en/banking/x.md', '/en/g/abc/'],
] as const)('gives the addresses of a guide in %s', (lang, page, markdown, permalink) => {
  expect(guidePath('banking/x', lang)).toBe(page);
  expect(guideMarkdownPath('banking/x', lang)).toBe(markdown);
  expect(permalinkPath('abc', lang)).toBe(permalink);
});
