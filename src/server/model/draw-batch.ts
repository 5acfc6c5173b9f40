import type { PositivePair } from './contrast.ts';
import type { Example } from './example.ts';
import { pick } from './random.ts';
import type { ProblemTexts } from './read-guides.ts';
import { sayTwice, type Phrases, type Scenes } from './read-phrases.ts';
import type { Reader } from './reader.ts';

/** What contrastive training draws from. */
export interface ContrastSources {
  readonly phrases: Phrases;
  readonly scenes: Scenes;
  readonly problems: readonly ProblemTexts[];
  readonly examples: readonly Example[];
}

/** How many pairs of a step come from where. */
export interface BatchShares {
  readonly phrases: number;
  readonly scenes: number;
  readonly guides: number;
  readonly sentences: number;
}

/**
 * Gives a function that draws the groups of pairs of the next step: phrases put together, scenes told twice, texts
 * of one problem beside those of its neighbours, and renderings of one sentence.
 */
export function openBatches(
  sources: ContrastSources,
  shares: BatchShares,
  reader: Reader,
  random: () => number,
): () => PositivePair[][] {
  const byProblem = new Map(sources.problems.map((texts) => [texts.problem, texts]));
  return () => [
    Array.from({ length: shares.phrases }, () => drawPhrases(sources.phrases, reader, random)),
    Array.from({ length: shares.scenes }, () => drawScene(sources.scenes, reader, random)),
    drawGuides(sources.problems, byProblem, shares.guides, reader, random),
    Array.from({ length: shares.sentences }, () => drawSentence(sources.examples, reader, random)),
  ];
}

function drawPhrases(phrases: Phrases, reader: Reader, random: () => number): PositivePair {
  const { texts, meaning } = sayTwice(phrases, random);
  return {
    a: reader.readCorrupted(texts[0]),
    b: reader.read(texts[1]),
    meaning: `phrases ${meaning}`,
    weight: 1,
  };
}

function drawScene(scenes: Scenes, reader: Reader, random: () => number): PositivePair {
  const index = Math.floor(random() * scenes.length);
  const tellings = scenes[index] ?? [];
  const [a = '', b = ''] = [pick(tellings, random), pick(tellings, random)];
  return { a: reader.readCorrupted(a), b: reader.read(b), meaning: `scene ${index}`, weight: 1 };
}

/** Problems and their neighbours, so that the hardest mistakes stand in one batch. */
function drawGuides(
  problems: readonly ProblemTexts[],
  byProblem: ReadonlyMap<string, ProblemTexts>,
  count: number,
  reader: Reader,
  random: () => number,
): PositivePair[] {
  const drawn: ProblemTexts[] = [];
  while (drawn.length < count) {
    const problem = pick(problems, random);
    if (!problem) break;
    const neighbours = problem.related.flatMap((id) => byProblem.get(id) ?? []);
    drawn.push(problem, ...neighbours);
  }
  return drawn.slice(0, count).map((problem) => {
    const texts = [...problem.id, ...problem.en];
    const a = pick(texts, random) ?? '';
    const b = random() < 0.5 ? summarise(problem, random) : (pick(texts, random) ?? '');
    return { a: reader.readCorrupted(a), b: reader.read(b), meaning: `guide ${problem.problem}`, weight: 1 };
  });
}

/** A title with two other texts of the problem, which is nearly what an index keeps of it. */
function summarise(problem: ProblemTexts, random: () => number): string {
  const texts = random() < 0.7 ? problem.id : problem.en;
  return [texts[0], pick(texts, random), pick(texts, random)].join(' ');
}

function drawSentence(examples: readonly Example[], reader: Reader, random: () => number): PositivePair {
  const index = Math.floor(random() * examples.length);
  const { id = [], en = [] } = examples[index] ?? {};
  const plain = pick([...en, ...id.slice(0, 1)], random) ?? '';
  const other = pick(id.length > 0 ? id : en, random) ?? '';
  return { a: reader.readCorrupted(other), b: reader.read(plain), meaning: `sentence ${index}`, weight: 0.5 };
}
