import { describe, expect, test } from 'vitest';
import { FAKE_SPELLING, FAKE_URGENT_POLICY } from './fake-urgent-policy.ts';
import { createFeatureReader } from './urgent-features.ts';

const read = createFeatureReader(FAKE_URGENT_POLICY, FAKE_SPELLING);
const ideasOf = (text: string) =>
  read(text)
    .features.filter(({ name }) => name.startsWith('i '))
    .map(({ name }) => name.slice(2));

describe('findIdeas', () => {
  test.each([
    ['a root with beginning and ending', 'kartu saya kecurian', ['card', 'stolen']],
    ['slang', 'krtu gue dicuri', ['card', 'stolen']],
    ['a typo in a longer word', 'kartu jambrt', ['card', 'stolen']],
    ['a beginning of a word', 'they were snatching my card', ['stolen', 'card']],
    ['a phrase with a filler in it', 'gue kasih kode yang rahasia', ['gave', 'secret']],
    ['capitals, full-width letters and elongation', 'ＫＡＲＴＵ dicuriiii', ['card', 'stolen']],
    ['a denied idea as such', 'ga gue kasih', ['!gave']],
    ['an idea after the end of a sentence that denies', 'ga. gue kasih pin', ['gave', 'secret']],
  ])('sees %s', (_, text, ideas) => {
    expect(ideasOf(text)).toEqual(ideas);
  });

  test.each([
    ['a form that only an exact word may have', 'mengasih'],
    ['the parts of a phrase in two sentences', 'kode. rahasia'],
    ['nothing', ''],
  ])('does not see %s', (_, text) => {
    expect(ideasOf(text)).toEqual([]);
  });
});
