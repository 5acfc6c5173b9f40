import { expect, test } from 'vitest';
import { mayKeepPage } from './keep-response.ts';

const guide = {
  status: 200,
  isRedirected: false,
  contentType: 'text/html; charset=utf-8',
  cacheControl: 'max-age=0, must-revalidate',
  search: '',
};

test.each([
  ['a guide', guide, true],
  ['a page without cache headers', { ...guide, cacheControl: '' }, true],
  ['an answer to words', { ...guide, search: '?q=otp' }, false],
  ['a page for one reader', { ...guide, cacheControl: 'private' }, false],
  ['a page that must not be stored', { ...guide, cacheControl: 'max-age=0, no-store' }, false],
  ['a page that is missing', { ...guide, status: 404 }, false],
  ['a broken server', { ...guide, status: 503 }, false],
  ['a redirection', { ...guide, isRedirected: true }, false],
  ['something else than a page', { ...guide, contentType: 'application/json' }, false],
])('decides whether to keep %s', (_, facts, expected) => {
  expect(mayKeepPage(facts)).toBe(expected);
});
