import type { Article } from '../article/browser.ts';

/** A piece of a guide that can answer on its own. `anchor` as in {@link Passage}. */
export interface GuidePassage {
  readonly anchor: string;
  readonly text: string;
}

/**
 * The pieces of a guide in reading order, the description first: symptoms, steps, what to do if it
 * still fails, causes, prevention. Empty sections give none.
 */
export function readPassages(article: Article): GuidePassage[] {
  return [
    { anchor: '', text: article.description },
    ...article.symptoms.map(({ text }) => ({ anchor: 'symptoms', text })),
    ...article.steps.map(({ key, action, detail }) => ({
      anchor: key,
      text: `${action.text} ${detail.text}`.trim(),
    })),
    ...(article.afterSteps ? [{ anchor: 'steps', text: article.afterSteps.text }] : []),
    { anchor: 'if-unresolved', text: article.ifUnresolved.text },
    { anchor: 'causes', text: article.causes.text },
    { anchor: 'prevention', text: article.prevention.text },
  ].filter(({ text }) => text.trim() !== '');
}
