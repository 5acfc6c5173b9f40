import type { Article } from '../article/browser.ts';
import { quotableSentences } from './quotable-sentences.ts';
import type { WordingInput } from './reply.ts';

/** A piece of a guide that a language model may draw on; it is numbered by its place, from 1. */
export interface SourcePassage {
  readonly article: Article;
  readonly anchor: string;
  /** What a reply may quote, a sentence a line. */
  readonly text: string;
}

/**
 * The passages for a move, the one that matters most first; [] for every move that no model words: danger, secrets,
 * refusals, small talk, a person taking over, steps that can cost money or an account or are only for some readers.
 */
export function choosePassages({ move, notice, articles }: WordingInput): SourcePassage[] {
  // What a status says has its own words, and must be said.
  if (notice !== undefined || 'status' in move) return [];
  const guideOf = (id: string) => articles.filter((article) => article.id === id);
  switch (move.state) {
    case 'question':
      if (move.chosen !== undefined || move.question.reason !== 'separates') return [];
      return articles.slice(0, MOST_GUIDES).flatMap(describe);
    case 'confirmation':
      return guideOf(move.problem).flatMap(describe);
    case 'step': {
      const { step, condition } = move.choice;
      // For whom a step is, a model might leave out.
      if ((step.risk !== undefined && step.risk !== 'normal') || condition === 'unknown') return [];
      return guideOf(move.problem).flatMap((article) => [
        ...article.steps.filter(({ key }) => key === step.key).flatMap((one) => passageOfStep(article, one)),
        ...passage(article, 'causes', article.causes.text),
      ]);
    }
    default:
      return [];
  }
}

/**
 * The passages for a draft of an agent's answer, the next steps first: those of `guide` that the reader has not tried,
 * what marks its problem, and what comes when nothing helps; of `others` only what marks theirs. Steps end before the
 * first that can cost money or an account or is only for some readers; [] when that is the next one, for then the guide
 * itself has to speak. `tried` holds actions as the guide words them.
 */
export function chooseDraftPassages(
  guide: Article,
  others: readonly Article[],
  tried: ReadonlySet<string>,
): SourcePassage[] {
  const open = guide.steps.filter(({ action }) => !tried.has(action.text));
  const careful = open.findIndex(({ risk = 'normal', only }) => risk !== 'normal' || only !== undefined);
  if (careful === 0) return [];
  const steps = careful < 0 ? open : open.slice(0, careful);
  return [
    ...steps.flatMap((step) => passageOfStep(guide, step)),
    ...describe(guide),
    ...passage(guide, 'if-unresolved', guide.ifUnresolved.text),
    ...passage(guide, 'causes', guide.causes.text),
    ...passage(guide, 'prevention', guide.prevention.text),
    ...others.flatMap(describe),
  ];
}

const MOST_GUIDES = 2;

function passageOfStep(article: Article, { key, action, detail }: Article['steps'][number]): SourcePassage[] {
  return passage(article, key, `${action.text} ${detail.text}`);
}

function describe(article: Article): SourcePassage[] {
  return [
    ...passage(article, '', `${article.title}.\n${article.description}`),
    ...passage(article, 'symptoms', article.symptoms.map(({ text }) => text).join('\n')),
  ];
}

function passage(article: Article, anchor: string, given: string): SourcePassage[] {
  const text = quotableSentences(given).join('\n');
  return text === '' ? [] : [{ article, anchor, text }];
}
