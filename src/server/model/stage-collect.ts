import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../content/index.ts';
import type { Example } from './example.ts';
import { openRandom } from '../random/index.ts';
import { shuffle } from './random.ts';
import { readCorpus } from './read-corpus.ts';
import { readGuideExamples, type CatalogueProblem } from './read-guides.ts';
import { informalExamples, readInformalPairs } from './read-informal.ts';
import type { StageOptions } from './stage-options.ts';

const SEED = 20261125;

/** Draws the training and held-out examples from the corpus, the informal pairs and the guides, into the cache. */
export async function collect(options: StageOptions): Promise<void> {
  const random = openRandom(SEED);
  const { articles } = await loadContent(options.root);
  const catalogue = readCatalogue(options);
  const corpus = readCorpus(join(options.shared, 'corpus'), random);
  const train = [
    ...readGuideExamples(articles, catalogue),
    ...informalExamples(readInformalPairs(join(options.shared, 'lexicon/stif'), 'train')),
    ...shuffle(corpus.train, random),
  ];
  mkdirSync(options.cache, { recursive: true });
  writeExamples(join(options.cache, 'train.jsonl'), train);
  writeExamples(join(options.cache, 'held-out.jsonl'), corpus.heldOut);
  options.report(`${train.length} examples to train on, ${corpus.heldOut.length} held out.`);
}

/** The examples that {@link collect} wrote. */
export function readExamples(options: StageOptions, part: 'train' | 'held-out'): Example[] {
  const lines = readFileSync(join(options.cache, `${part}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Example);
}

/** The catalogue of problems, beside which the guides are written. */
export function readCatalogue(options: StageOptions): CatalogueProblem[] {
  return JSON.parse(
    readFileSync(join(options.shared, 'catalogue/problems.json'), 'utf8'),
  ) as CatalogueProblem[];
}

function writeExamples(path: string, examples: readonly Example[]): void {
  writeFileSync(path, examples.map((example) => `${JSON.stringify(example)}\n`).join(''));
}
