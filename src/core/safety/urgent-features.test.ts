import { describe, expect, test } from 'vitest';
import { FAKE_SPELLING, FAKE_URGENT_POLICY } from './fake-urgent-policy.ts';
import { createFeatureReader } from './urgent-features.ts';

const read = createFeatureReader(FAKE_URGENT_POLICY, FAKE_SPELLING);
const namesOf = (text: string) => read(text).features.map(({ name }) => name);

describe('createFeatureReader', () => {
  test('reads roots, formal words, words in a row and together, ideas and frames', () => {
    expect(namesOf('krtu dicuri')).toEqual([
      'w kartu',
      'w curi',
      'w dicuri',
      'b ^ kartu',
      'b kartu curi',
      'p curi kartu',
      'i card',
      'i stolen',
      'f card stolen',
      'e < kartu',
      'e > curi',
      'e > kartu curi',
    ]);
  });

  test('tells a message that ends in a question from one that has one within', () => {
    expect(namesOf('kartu dicuri ?')).toContain('e ?');
    expect(namesOf('kartu? dicuri')).not.toContain('e ?');
  });

  test('tells the order of two ideas', () => {
    expect(namesOf('dicuri kartu')).toContain('f stolen card');
    expect(namesOf('dicuri kartu')).not.toContain('f card stolen');
  });

  test('marks the words after one that turns their meaning, to the end of the sentence', () => {
    const turned = namesOf('ga gue kasih. pin').filter((name) => name.startsWith('n '));
    expect(turned).toEqual(['n saya', 'n kasih']);
  });

  test('makes no frame of ideas far apart', () => {
    expect(namesOf('kartu satu dua tiga empat lima enam tujuh delapan dicuri')).not.toContain(
      'f card stolen',
    );
  });

  test('reads any number as one word', () => {
    expect(namesOf('3 kartu')).toContain('b # kartu');
  });

  test('lets each word count less in a longer message', () => {
    const valueIn = (text: string) => read(text).features.find(({ name }) => name === 'w kartu')?.value ?? 0;
    expect(valueIn('kartu hilang di pasar tadi pagi')).toBeLessThan(valueIn('kartu hilang'));
  });

  test('points at the words', () => {
    const { features } = read('saya lapor kartu dicuri');
    expect(features.find(({ name }) => name === 'f card stolen')?.words).toEqual([2, 3]);
  });
});
