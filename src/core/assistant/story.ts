import type { Language } from '../article/browser.ts';
import { settledReply, type DiagnosisModel, type StepResult } from '../diagnosis/browser.ts';
import { saidTexts, type Conversation } from './conversation.ts';
import { candidatesOf } from './next-move.ts';
import { replay } from './replay.ts';

/** What a story needs that the conversation does not know. */
export interface StoryParts {
  readonly lang: Language;
  /** The service's name. */
  readonly service?: string;
  /** The action of a step, in words; '' when it is not at hand. */
  readonly actionOf: (problem: string, step: string) => string;
}

/** What happened, in words of one language: what packets and summaries are written from. */
export interface Story {
  /** The title of the problem; '' while it is not known. */
  readonly problem: string;
  /** Titles of what it may be; [] once it is known. */
  readonly possible: readonly string[];
  readonly service?: string;
  /** The reader's messages, masked, each on one line. */
  readonly said: readonly string[];
  /** Question and answer; null for "I don't know". */
  readonly signs: readonly { readonly ask: string; readonly reply: string | null }[];
  readonly tried: readonly { readonly action: string; readonly result: StepResult }[];
}

/** The story at hand: after "solved", that of the problem that came next. */
export function readStory(model: DiagnosisModel, conversation: Conversation, parts: StoryParts): Story {
  const { lang, service } = parts;
  const { diagnosis, begins } = replay(model, conversation);
  const id = diagnosis.confirmed?.problem ?? diagnosis.steps.at(-1)?.problem;
  const titleOf = (problem: string) => model.problems[model.placeOf.get(problem) ?? -1]?.title[lang] ?? '';
  return {
    problem: id === undefined ? '' : titleOf(id),
    possible: id === undefined ? candidatesOf(model, conversation).map((one) => titleOf(one.id)) : [],
    ...(service !== undefined && { service }),
    said: saidTexts({ turns: conversation.turns.slice(begins) }).map((text) => text.replaceAll(/\s+/g, ' ')),
    signs: diagnosis.answers.flatMap((entry) => {
      const sign = model.signs.get(entry.sign);
      const reply = settledReply(entry);
      if (!sign) return [];
      return [{ ask: sign.ask[lang], reply: reply === null ? null : (sign.answers[reply]?.[lang] ?? '') }];
    }),
    tried: diagnosis.steps.map(({ problem, step, result }) => ({
      action: parts.actionOf(problem, step) || step,
      result,
    })),
  };
}
