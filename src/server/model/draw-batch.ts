import type { PositivePair } from './contrast.ts';
import type { Example } from './example.ts';
import { pick } from './random.ts';
import type { ProblemTexts } from './read-guides.ts';
import { sayTwice, type Phrases, type Scenes } from './read-phrases.ts';
import { openRamble } from './ramble.ts';
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
 * Gives a function that draws the groups of pairs of the next step: phrases put together, scenes
 * told twice, texts of one problem beside those of its neighbours, and renderings of one sentence.
 */
export function openBatches(
  sources: ContrastSources,
  shares: BatchShares,
  reader: Reader,
  random: () => number,
): () => PositivePair[][] {
  const ramble = openRamble(sources.examples, random);
  const pair = (a: string, b: string, meaning: string): PositivePair => ({
    a: reader.readCorrupted(ramble(a)),
    b: reader.read(b),
    meaning,
    weight: 1,
  });
  const drawPhrases = () => {
    const { texts, meaning } = sayTwice(sources.phrases, random);
    return pair(texts[0], texts[1], meaning);
  };
  const drawScene = () => {
    const index = Math.floor(random() * sources.scenes.length);
    const tellings = sources.scenes[index] ?? [];
    return pair(pick(tellings, random) ?? '', summarise(tellings, random), String(index));
  };
  const drawGuide = ({ problem, id, en }: ProblemTexts) => {
    const summary = summarise(random() < 0.7 ? id : en, random);
    return pair(pick([...id, ...en], random) ?? '', summary, problem);
  };
  return () => [
    Array.from({ length: shares.phrases }, drawPhrases),
    Array.from({ length: shares.scenes }, drawScene),
    drawNeighbours(sources.problems, shares.guides, random).map(drawGuide),
    Array.from({ length: shares.sentences }, () => drawSentence(sources.examples, reader, random)),
  ];
}

/** One to three of the texts, which is nearly what an index keeps of a guide. */
function summarise(texts: readonly string[], random: () => number): string {
  const length = 1 + Math.floor(random() * 3);
  return Array.from({ length }, () => pick(texts, random)).join(' ');
}

/** Problems and their neighbours, so that the hardest mistakes stand in one group. */
function drawNeighbours(
  problems: readonly ProblemTexts[],
  count: number,
  random: () => number,
): ProblemTexts[] {
  const drawn: ProblemTexts[] = [];
  while (drawn.length < count) {
    const drawnNow = pick(problems, random);
    if (!drawnNow) break;
    drawn.push(drawnNow, ...problems.filter(({ problem }) => drawnNow.related.includes(problem)));
  }
  return drawn.slice(0, count);
}

function drawSentence(examples: readonly Example[], reader: Reader, random: () => number): PositivePair {
  const index = Math.floor(random() * examples.length);
  const { id = [], en = [] } = examples[index] ?? {};
  const plain = pick([...en, ...id.slice(0, 1)], random) ?? '';
  const other = pick(id.length > 0 ? id : en, random) ?? '';
  return { a: reader.readCorrupted(other), b: reader.read(plain), meaning: String(index), weight: 0.5 };
}
