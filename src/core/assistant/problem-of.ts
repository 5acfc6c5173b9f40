import type { DiagnosisModel } from '../diagnosis/browser.ts';
import type { Conversation } from './conversation.ts';
import { replay } from './replay.ts';

/** The problem that the story at hand is about; undefined while it is not known. */
export function problemOf(model: DiagnosisModel, conversation: Conversation): string | undefined {
  const { diagnosis } = replay(model, conversation);
  return diagnosis.confirmed?.problem ?? diagnosis.steps.at(-1)?.problem;
}
