import type { Sign } from '../article/browser.ts';
import { settledReply, type DiagnosisModel } from '../diagnosis/browser.ts';
import type { Conversation } from './conversation.ts';
import { replay } from './replay.ts';

/** One question with the answer that counts; null for "I don't know". */
export interface AnsweredSign {
  readonly sign: Sign;
  readonly reply: string | null;
}

/** The questions that the reader has answered, in order. */
export function answeredSigns(model: DiagnosisModel, conversation: Conversation): AnsweredSign[] {
  return replay(model, conversation).diagnosis.answers.flatMap((entry) => {
    const sign = model.signs.get(entry.sign);
    return sign ? [{ sign, reply: settledReply(entry) }] : [];
  });
}
