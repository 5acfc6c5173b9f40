import { describe, expect, test } from 'vitest';
import { readContent } from '../../../core/article/index.ts';
import { readContentFiles } from '../../content/index.ts';
import { growContent } from './grow-content.ts';

const files = await readContentFiles(process.cwd());
const grow = (count: number, seed?: number) => [...growContent(files, count, seed)];
const encode = ({ path, text }: { path: string; text: string }) => ({
  path,
  bytes: new TextEncoder().encode(text),
});

describe('growing the content', { timeout: 60_000 }, () => {
  test('gives guides that pass every check, up to the number asked for', () => {
    const result = readContent([...files, ...grow(70).map(encode)]);
    expect(result.ok ? [] : result.problems.slice(0, 3)).toEqual([]);
    expect(result.ok && result.content.articles.length).toBe(140);
  });

  test('is the same for the same seed and another for another', () => {
    expect(grow(40)).toEqual(grow(40));
    expect(grow(40)).not.toEqual(grow(40, 7));
  });

  test('gives nothing when there are enough guides already', () => {
    expect(grow(3)).toEqual([]);
  });

  test('brings new words with every hundred guides, fewer than it brings guides', () => {
    const words = grow(500).map(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
    const vocabulary = (share: number) => new Set(words.slice(0, words.length * share).flat()).size;
    const growth = vocabulary(1) / vocabulary(0.5);
    expect(growth).toBeGreaterThan(1.25);
    expect(growth).toBeLessThan(1.8);
  });
});
