import { PROSE, type GuideStep, type GuideText, type Prose } from './guide-text.ts';
import { type Random } from '../../random/index.ts';
import { pick } from './random.ts';
import { createWordStream } from './word-stream.ts';

/** Makes another guide of the same shape. */
export type Recombiner = (original: GuideText) => GuideText;

/** How often a sentence is taken from another guide. */
const CHANCE_OF_OTHER_SENTENCE = 0.5;
/** How often a word of five letters or more is exchanged for an invented one. */
const CHANCE_OF_INVENTED_WORD = 0.12;
const LONG_WORD = /\]\([^)]*\)|\[\^[^\]]*\]|(?<!\p{L})\p{Ll}{5,}/gu;
const LONGEST = { title: 90, description: 220, ask: 160 } as const;

/** Remembers the sentences of all guides of one language, and mixes them. */
export function createRecombiner(guides: readonly GuideText[], random: Random): Recombiner {
  const nextWord = createWordStream(random);
  const exchange = (text: string) =>
    text.replaceAll(LONG_WORD, (found) => {
      const isWord = !/[[\]]/.test(found);
      return isWord && random() < CHANCE_OF_INVENTED_WORD ? nextWord() : found;
    });
  const mix = (texts: readonly string[], others: readonly string[]) =>
    texts.map((text) =>
      exchange(random() < CHANCE_OF_OTHER_SENTENCE && others.length > 0 ? pick(others, random) : text),
    );
  const asks = guides.flatMap((guide) => guide.asks);
  const symptoms = guides.flatMap((guide) => guide.symptoms);
  const steps = guides.flatMap((guide) => guide.steps);
  const details = steps.flatMap(({ detail }) => detail);
  const prose = Object.fromEntries(
    PROSE.map((section) => [section, guides.flatMap((guide) => guide.prose[section].flat())]),
  ) as Record<Prose, string[]>;
  const mixStep = ({ action, detail }: GuideStep): GuideStep => ({
    action: mix(
      [action],
      steps.map((step) => step.action),
    ).join(''),
    detail: mix(detail, details),
  });

  return (original) => ({
    title: exchange(`${cut(original.title, LONGEST.title - 20)}: ${capitalise(nextWord())}`).slice(
      0,
      LONGEST.title,
    ),
    description: cut(exchange(original.description), LONGEST.description),
    asks: mix(original.asks, asks).map((ask) => cut(ask, LONGEST.ask)),
    symptoms: mix(original.symptoms, symptoms),
    steps: original.steps.map(mixStep),
    prose: Object.fromEntries(
      PROSE.map((section) => [
        section,
        original.prose[section].map((sentences) => mix(sentences, prose[section])),
      ]),
    ) as Record<Prose, string[][]>,
  });
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** At most `longest` characters, ended at a blank. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, text.lastIndexOf(' ', longest));
}
