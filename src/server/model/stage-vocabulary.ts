import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readLexicon, splitWords } from '../../core/search/index.ts';
import { corrupt, type Slang } from './corrupt.ts';
import { openRandom } from '../random/index.ts';
import { readSlang } from './read-informal.ts';
import { readPhrases, readScenes } from './read-phrases.ts';
import { readExamples } from './stage-collect.ts';
import type { StageOptions } from './stage-options.ts';
import { learnVocabulary } from './vocabulary.ts';

const SEED = 7;
const SIZE = { words: 26_000, continuations: 5_000 };
const PHRASE_COUNT = 40;
const SLANG_COUNT = 4;

/** Learns the vocabulary from the training examples, also as they might be typed, the phrases and the slang. */
export function vocabulary(options: StageOptions): void {
  const random = openRandom(SEED);
  const slang = loadSlang(options);
  const counts = new Map<string, number>();
  const count = (text: string, times: number) => {
    for (const word of splitWords(text)) counts.set(word, (counts.get(word) ?? 0) + times);
  };
  for (const { id, en, weight } of readExamples(options, 'train')) {
    for (const text of [...id, ...en]) count(text, weight);
    for (const text of id) count(corrupt(text, slang, random), weight / 4);
  }
  const { things, events, situations, fillers } = readPhrases(
    join(options.root, 'content/model/phrases.yaml'),
  );
  for (const { id, en } of [...things, ...events, ...situations, fillers]) {
    for (const phrase of [...id, ...en]) count(phrase, PHRASE_COUNT);
  }
  for (const telling of readScenes(join(options.root, 'content/model/scenes.yaml')).flat())
    count(telling, PHRASE_COUNT);
  for (const [formal, ways] of slang) for (const way of [formal, ...ways]) count(way, SLANG_COUNT);
  const pieces = learnVocabulary(counts, SIZE);
  writeFileSync(
    join(options.cache, 'vocabulary.json'),
    JSON.stringify({ pieces, counts: pieces.map((piece) => counts.get(piece) ?? 0) }),
  );
  options.report(`${pieces.length} pieces, of ${counts.size} words seen.`);
}

/** The pieces that {@link vocabulary} wrote, with how often each was seen as a word. */
export function readVocabulary(options: StageOptions): { pieces: string[]; counts: number[] } {
  return JSON.parse(readFileSync(join(options.cache, 'vocabulary.json'), 'utf8')) as {
    pieces: string[];
    counts: number[];
  };
}

/** Slang of the project's lexicon and of the corpus, as formal word → ways of writing it. */
export function loadSlang(options: StageOptions): Slang {
  const file = join(options.root, 'content/lexicon/id.yaml');
  const { informal } = readLexicon(parse(readFileSync(file, 'utf8')), file);
  const slang = readSlang(join(options.shared, 'corpus'));
  for (const [formal, ways] of Object.entries(informal)) {
    slang.set(formal, [...new Set([...(slang.get(formal) ?? []), ...ways])]);
  }
  return slang;
}
