import type { Language } from '../article/browser.ts';
import type { DiagnosisModel, StepResult } from '../diagnosis/browser.ts';
import type { Conversation, Turn } from './conversation.ts';
import { replay } from './replay.ts';
import type { StoryParts } from './story.ts';

export interface ChronologyParts extends StoryParts {
  /** When a turn was made, by its place, as the reader writes times; without it, a gap to fill in. */
  readonly timeOf?: (place: number) => string | undefined;
}

/**
 * What the reader told and did, one event a line and in order, for a report to a bank or the police. Of the story at
 * hand; '' when nothing happened in it yet.
 */
export function writeChronology(
  model: DiagnosisModel,
  conversation: Conversation,
  { lang, actionOf, timeOf }: ChronologyParts,
): string {
  const words = WORDS[lang];
  const { begins } = replay(model, conversation);
  let problem = '';
  return conversation.turns
    .flatMap((turn, place) => {
      if (turn.kind === 'confirmed' || turn.kind === 'switched') problem = turn.problem;
      const event = place < begins ? '' : tell(turn);
      return event === '' ? [] : [`${timeOf?.(place) ?? GAP} ${event}`];
    })
    .join('\n');

  function tell(turn: Turn): string {
    switch (turn.kind) {
      case 'said':
        return `${words.told}: “${turn.text.replaceAll(/\s+/g, ' ')}”`;
      case 'answered': {
        const sign = model.signs.get(turn.sign);
        const reply = turn.reply === null ? undefined : sign?.answers[turn.reply]?.[lang];
        return sign && reply !== undefined ? `${sign.ask[lang]} ${reply}` : '';
      }
      case 'tried': {
        const action = actionOf(problem, turn.step) || turn.step;
        return `${words.did}: ${action.replace(/[.!?]+$/, '')} (${words.results[turn.result]})`;
      }
      case 'safe':
        return words.safe;
      default:
        return '';
    }
  }
}

const GAP = '(__.__)';

interface ChronologyWords {
  readonly told: string;
  readonly did: string;
  readonly safe: string;
  readonly results: Readonly<Record<StepResult, string>>;
}

const WORDS: Readonly<Record<Language, ChronologyWords>> = {
  id: {
    told: 'Yang terjadi',
    did: 'Saya mencoba',
    safe: 'Saya menjalankan langkah darurat',
    results: { solved: 'berhasil', failed: 'belum berhasil', skipped: 'tidak bisa dilakukan' },
  },
  en: {
    told: 'What happened',
    did: 'I tried',
    safe: 'I took the emergency steps',
    results: { solved: 'worked', failed: 'did not help', skipped: 'could not be done' },
  },
};
