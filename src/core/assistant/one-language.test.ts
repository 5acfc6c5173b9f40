import { describe, expect, test } from 'vitest';
import { readInOneLanguage, writeInOneLanguage } from './one-language.ts';

const DATA = {
  id: 'status',
  numbers: [0.1, 0],
  ask: { id: 'Apa statusnya?', en: 'What is the status?' },
  answers: { yes: { id: 'Ya', en: 'Yes' }, id: 'an answer whose key is "id"' },
  more: { id: 'Satu', en: 'One', third: true },
  nothing: null,
};

describe('data in one language', () => {
  test.each(['id', 'en'] as const)('is the same but for the texts: %s', (lang) => {
    const json = writeInOneLanguage(DATA, lang);
    const both = (text: string) => ({ id: text, en: text });
    expect(readInOneLanguage(json)).toEqual({
      ...DATA,
      ask: both(DATA.ask[lang]),
      answers: { ...DATA.answers, yes: both(DATA.answers.yes[lang]) },
    });
    expect(json).not.toContain(DATA.ask[lang === 'id' ? 'en' : 'id']);
  });
});
