import type { PageLocals } from '../http/index.ts';
import type { AppParts } from './app-parts.ts';
import { CONVERSATIONS } from './describe-conversations.ts';

/** What every page that is made on request is told. */
export function pageLocals({ voice, desk, keep }: Pick<AppParts, 'voice' | 'desk' | 'keep'>): PageLocals {
  return {
    assistant: { api: CONVERSATIONS, mode: voice.mode() },
    ...(keep && { keep }),
    ...(desk && {
      desk: { answersByMail: desk.answersByMail, drawnAt: desk.intake.stamps.draw() },
    }),
  };
}
