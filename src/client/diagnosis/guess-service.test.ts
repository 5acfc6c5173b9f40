import { expect, test } from 'vitest';
import type { Service } from '../../core/article/browser.ts';
import { guessService } from './guess-service.ts';

function service(slug: string, name: string, aka: readonly string[] = []): Service {
  return { slug, name, aka, sector: 'banking', officialSite: 'example.org', channels: [] };
}
const SERVICES = [
  service('dana', 'DANA', ['dana']),
  service('contoh', 'Bank Contoh', ['contoh', 'ct']),
  service('contoh-syariah', 'Bank Contoh Syariah', ['contoh syariah']),
];

test.each([
  ['m-banking Contoh error', 'contoh'],
  ['bank contoh syariah, otp ga masuk', 'contoh-syariah'],
  ['pengembalian dana belum masuk', undefined],
  ['ct', undefined],
  ['contohnya begini', undefined],
])('guessService(%j) is %j', (text, expected) => {
  expect(guessService([text], SERVICES)).toBe(expected);
});
