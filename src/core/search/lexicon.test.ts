import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../article/browser.ts';
import { LexiconError, readLexicon } from './lexicon.ts';

const EMPTY = { informal: {}, functionWords: [], related: [], sectors: {} };

describe('readLexicon', () => {
  it.each(LANGUAGES)('reads the lexicon of %s', (lang) => {
    const file = `content/lexicon/${lang}.yaml`;
    const lexicon = readLexicon(parse(readFileSync(file, 'utf8')), file);
    expect(lexicon.functionWords.length).toBeGreaterThan(100);
    expect(Object.keys(lexicon.sectors)).toHaveLength(5);
  });

  it.each([
    ['nothing', undefined, /test\.yaml is not a lexicon/],
    ['a missing list', { informal: {} }, /functionWords/],
    ['a misspelt key', { ...EMPTY, sinonim: [] }, /sinonim/],
    ['an unknown sector', { ...EMPTY, sectors: { shops: ['shopee'] } }, /sectors/],
    [
      'a word with a blank',
      { ...EMPTY, informal: { transfer: ['t f'] } },
      /informal\.transfer\.0: write one word/,
    ],
    ['a capital', { ...EMPTY, functionWords: ['Yang'] }, /functionWords\.0/],
    [
      'a word with two meanings',
      { ...EMPTY, informal: { nomor: ['no'], tidak: ['no'] } },
      /more than one meaning to: no\./,
    ],
  ])('refuses %s and says where', (_, parsed, message) => {
    expect(() => readLexicon(parsed, 'test.yaml')).toThrow(LexiconError);
    expect(() => readLexicon(parsed, 'test.yaml')).toThrow(message);
  });
});
