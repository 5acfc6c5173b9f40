import type { Article, Language } from '../../core/article/index.ts';
import { chooseDraftPassages, writeDraftPrompt, type TicketTurn } from '../../core/wording/index.ts';
import type { WritingTask } from './model-parts.ts';

/** A draft of what an agent answers, from guides. */
export interface DraftTask {
  readonly lang: Language;
  /** What was written so far, masked, the newest last; never notes of agents. */
  readonly turns: readonly TicketTurn[];
  /** The guide that fits best, in `lang`. */
  readonly guide: Article;
  /** Guides of problems that it may also be. */
  readonly others: readonly Article[];
  /** Actions of steps that the reader has tried, as the guide words them. */
  readonly tried: ReadonlySet<string>;
  /** Id of the ticket, which the spending is counted on. */
  readonly ticket: string;
  readonly signal: AbortSignal;
}

/** A letter is longer than what is read before a button; eight sentences with their citations are fewer tokens. */
const MOST_SENTENCES = 8;
const MOST_TOKENS = 480;

/** What a model is asked for a draft; undefined when the guide has to speak for itself. */
export function readDraftTask(task: DraftTask): WritingTask | undefined {
  const { lang, turns, guide, others, tried, ticket, signal } = task;
  const passages = chooseDraftPassages(guide, others, tried);
  if (passages.length === 0) return undefined;
  return {
    kind: 'draft',
    lang,
    prompt: writeDraftPrompt(lang, turns, passages),
    passages,
    // An agent reads the words; what a model would do is nobody's question here.
    tools: [],
    maxTokens: MOST_TOKENS,
    mostSentences: MOST_SENTENCES,
    spending: { conversation: `ticket ${ticket}`, isDraft: true },
    signal,
  };
}
