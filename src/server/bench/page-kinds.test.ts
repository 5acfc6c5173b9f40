import { expect, test } from 'vitest';
import { findPageKinds } from './page-kinds.ts';

const site = (files: readonly string[], text = '<p>') =>
  new Map(files.map((file) => [file, new TextEncoder().encode(text)]));

test('pages of one kind are found once, each language for itself', () => {
  const files = [
    '404.html',
    'banking/index.html',
    'banking/otp-not-received/index.html',
    'banking/otp-not-received.md',
    'education/index.html',
    'education/exam-interrupted/index.html',
    'en/banking/index.html',
    'en/index.html',
    'en/services/bca/index.html',
    'en/services/bri/index.html',
    'en/services/index.html',
    'index.html',
  ];
  expect(findPageKinds(site(files)).map(({ kind, address }) => [kind, address])).toEqual([
    ['/404.html', '/404.html'],
    ['/{sector}/', '/banking/'],
    ['/{sector}/*/', '/banking/otp-not-received/'],
    ['/en/{sector}/', '/en/banking/'],
    ['/en/', '/en/'],
    ['/en/services/*/', '/en/services/bca/'],
    ['/en/services/', '/en/services/'],
    ['/', '/'],
  ]);
});

test('pages that lead elsewhere at once are not looked at', () => {
  const redirect = '<meta http-equiv="refresh" content="0;url=/banking/">';
  expect(
    findPageKinds(new Map([...site(['index.html']), ...site(['g/abc/index.html'], redirect)])),
  ).toHaveLength(1);
});
