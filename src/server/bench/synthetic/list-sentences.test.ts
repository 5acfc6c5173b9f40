import path from 'node:path';
import { expect, test } from 'vitest';
import { readContentFiles } from '../../content/index.ts';
import { listSentences } from './list-sentences.ts';

const files = await readContentFiles(path.resolve(import.meta.dirname, '../../../..'));

test('real sentences come first, then invented ones until there are enough, all different', () => {
  const few = listSentences(files, 100);
  const many = listSentences(files, 6000);
  expect(many.slice(0, 100)).toEqual(few);
  expect(new Set(many).size).toBe(6000);
});

test('no sentence has markup in it', () => {
  const marked = listSentences(files, 6000).filter((sentence) => /\*\*|\[\^|\]\(/.test(sentence));
  expect(marked).toEqual([]);
});
