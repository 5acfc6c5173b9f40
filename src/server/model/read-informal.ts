import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from './example.ts';
import { readLines } from './read-corpus.ts';

/** A sentence as it was typed and as it would be written. */
export interface InformalPair {
  readonly informal: string;
  readonly formal: string;
}

const PLACEHOLDER = /xxx\w+xxx/g;

/** The sentence pairs of a folder in the form of STIF: `<part>.inf` and `<part>.for`, line by line. */
export function readInformalPairs(folder: string, part: 'train' | 'dev'): InformalPair[] {
  const [informal, formal] = ['inf', 'for'].map((end) =>
    readFileSync(join(folder, `${part}.${end}`), 'utf8')
      .split('\n')
      .map((line) => line.replace(PLACEHOLDER, ' ').trim()),
  );
  return (informal ?? [])
    .map((line, index) => ({ informal: line, formal: formal?.[index] ?? '' }))
    .filter((pair) => pair.informal !== '' && pair.formal !== '');
}

/** Informal pairs as training examples: the formal sentence stands before the teacher for both. */
export function informalExamples(pairs: readonly InformalPair[]): Example[] {
  return pairs.map(({ informal, formal }) => ({ id: [formal, informal], en: [], weight: 2, source: 'stif' }));
}

/** Every `slang_*` file of a corpus as formal word → the ways in which people write it. */
export function readSlang(folder: string): Map<string, string[]> {
  const slang = new Map<string, string[]>();
  for (const name of readdirSync(folder).sort()) {
    if (!/^slang_(?!betawi)/.test(name)) continue;
    for (const line of readLines(join(folder, name))) {
      const [informal, formal] = line.toLowerCase().split('\t');
      if (!informal || !formal || informal === formal || formal.includes(' ')) continue;
      const known = slang.get(formal) ?? [];
      if (!known.includes(informal)) slang.set(formal, [...known, informal]);
    }
  }
  return slang;
}
