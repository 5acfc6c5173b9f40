import { expect, test } from 'vitest';
import { choosePolicy, pageKey } from './cache-policy.ts';

const ORIGIN = 'https://pandu.example.org';

function choose(path: string, { method = 'GET', isNavigation = false } = {}) {
  return choosePolicy({ method, url: new URL(path, ORIGIN), origin: ORIGIN, isNavigation });
}

test.each([
  ['a guide that is opened', '/banking/otp-not-received/', { isNavigation: true }, 'page'],
  ['the results page with words', '/cari/?q=otp', { isNavigation: true }, 'page'],
  ['a guide that a script fetches', '/banking/otp-not-received/', {}, 'leave'],
  ['a script', '/_astro/page.Ab3.js', {}, 'keep'],
  ['a font', '/_astro/jakarta.Xy9.woff2', {}, 'keep'],
  ['a part of the index', '/search-data/id-terms-0oehb7a.txt', {}, 'keep'],
  ['the door of the index', '/search-data/id.json', {}, 'refresh'],
  ['steps for agents', '/agent-data/id-0.json', {}, 'refresh'],
  ['what a panel needs', '/widget-data/id.json', {}, 'refresh'],
  ['what the diagnosis knows', '/diagnosa-data/id.json', {}, 'refresh'],
  ['the directory of contacts', '/contacts.json', {}, 'refresh'],
  ['the icon', '/icon.svg', {}, 'refresh'],
  ['the API', '/api/v1/search?q=otp', {}, 'leave'],
  ['the API opened as a page', '/api/v1/search?q=otp', { isNavigation: true }, 'leave'],
  ['the inbox of agents', '/agent/', { isNavigation: true }, 'leave'],
  ['a file of a ticket', '/agent/api/tickets/a/attachments/b', { isNavigation: true }, 'leave'],
  ['health', '/healthz', { isNavigation: true }, 'leave'],
  ['the service worker itself', '/sw.js', {}, 'leave'],
  ['a form that is sent', '/cari/', { method: 'POST', isNavigation: true }, 'leave'],
  ['another site', 'https://example.com/_astro/x.js', {}, 'leave'],
  ['a guide whose address only begins like the API', '/api-guide/', { isNavigation: true }, 'page'],
] as const)('answers %s', (_, path, facts, expected) => {
  expect(choose(path, facts)).toBe(expected);
});

test('keeps a page without the words that were searched for', () => {
  expect(pageKey(new URL('/cari/?q=rahasia#top', ORIGIN))).toBe(`${ORIGIN}/cari/`);
});
