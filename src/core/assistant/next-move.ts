import type { Bilingual } from '../article/browser.ts';
import {
  computeBelief,
  decide,
  likeliest,
  repliesTo,
  settledReply,
  type Candidate,
  type DiagnosisModel,
  type Outcome,
  type Question,
  type StepChoice,
} from '../diagnosis/browser.ts';
import type { Conversation, Found } from './conversation.ts';
import type { Knowledge } from './knowledge.ts';
import { replay, type Situation } from './replay.ts';
import type { Safety } from './safety.ts';
import type { Status } from './status.ts';

/** What the assistant does next. Words and actions are apart: `status` is said, the rest is offered. */
export type Move =
  | { readonly state: 'greeting'; readonly status: Status }
  /** More words are needed; `waiting` while search has not answered. */
  | {
      readonly state: 'understanding';
      readonly status: Status;
      readonly nearest: readonly Candidate[];
      readonly isWaiting: boolean;
    }
  | { readonly state: 'urgent'; readonly status: Status }
  | { readonly state: 'several'; readonly status: Status; readonly parts: Found['parts'] }
  | {
      readonly state: 'second-problem';
      readonly status: Status;
      readonly now: string;
      readonly other: string;
    }
  | {
      readonly state: 'question';
      readonly status?: Status;
      readonly question: Question;
      /** The answer given before, when the question was opened again. */
      readonly chosen?: string;
    }
  | {
      readonly state: 'confirmation';
      readonly status?: Status;
      readonly problem: string;
      readonly probability: number;
      readonly alternatives: readonly Candidate[];
      readonly why: Bilingual;
    }
  | {
      readonly state: 'step';
      readonly status?: Status;
      readonly problem: string;
      readonly choice: StepChoice;
      /** From 1; `of` counts the steps tried and to come. */
      readonly number: number;
      readonly of: number;
    }
  | { readonly state: 'solved'; readonly status: Status; readonly problem: string }
  | {
      readonly state: 'handoff';
      readonly status: Status;
      readonly problem?: string;
      readonly nearest: readonly Candidate[];
    };

const NEAREST = 3;

/**
 * The next move, from what the reader did alone: the same conversation always gives the same move.
 * At once a person who is asked for, then what is urgent, then the diagnosis.
 */
export function nextMove({ model, safety }: Knowledge, conversation: Conversation): Move {
  const situation = replay(model, conversation);
  const { diagnosis, confirmed } = situation;
  if (situation.wantsPerson) {
    const nearest = confirmed ? [] : candidatesOf(model, conversation);
    return { state: 'handoff', status: 'wants-person', ...(confirmed && { problem: confirmed }), nearest };
  }
  if (isUrgentNow(conversation, safety)) return { state: 'urgent', status: 'urgent' };
  if (situation.waiting) {
    return { state: 'understanding', status: 'search-unavailable', nearest: [], isWaiting: true };
  }
  if (situation.parts.length > 0) return { state: 'several', status: 'several', parts: situation.parts };
  if (confirmed && situation.other) {
    return { state: 'second-problem', status: 'second-problem', now: confirmed, other: situation.other };
  }
  const reopened = reopenedQuestion(model, situation);
  if (reopened) return reopened;
  if (!situation.hasEvidence) {
    if (conversation.turns.length === 0) return { state: 'greeting', status: 'greeting' };
    return { state: 'understanding', status: 'out-of-scope', nearest: situation.weak, isWaiting: false };
  }
  return fromOutcome(decide(model, diagnosis), situation);
}

/** The problems that are likeliest now, at most three, unless nothing was told yet. */
export function candidatesOf(model: DiagnosisModel, conversation: Conversation): readonly Candidate[] {
  const { diagnosis, hasEvidence } = replay(model, conversation);
  if (!hasEvidence) return [];
  return likeliest(model, computeBelief(model, diagnosis), NEAREST + diagnosis.turnedDown.length)
    .filter(({ id, probability }) => probability >= WORTH_SHOWING && !diagnosis.turnedDown.includes(id))
    .slice(0, NEAREST);
}

const WORTH_SHOWING = 0.03;

/** A message in danger interrupts until the reader goes on from it. */
function isUrgentNow({ turns }: Conversation, safety: Safety): boolean {
  const last = turns.findLastIndex((turn) => turn.kind === 'said' && safety.isUrgent(turn.text));
  return last >= 0 && !turns.slice(last).some(({ kind }) => kind === 'safe');
}

function reopenedQuestion(
  model: DiagnosisModel,
  { reopened, diagnosis }: Situation,
): (Move & { state: 'question' }) | undefined {
  const sign = reopened === undefined ? undefined : model.signs.get(reopened);
  const entry = sign && repliesTo(diagnosis, sign.id);
  if (!sign || !entry) return undefined;
  const chosen = settledReply(entry);
  return {
    state: 'question',
    question: { sign, reason: 'separates', why: CHANGE, left: 1 },
    ...(chosen !== null && { chosen }),
  };
}

const CHANGE: Bilingual = {
  id: 'Jawaban yang baru menggantikan yang lama.',
  en: 'The new answer replaces the old one.',
};

function fromOutcome(outcome: Outcome, situation: Situation): Move {
  switch (outcome.kind) {
    case 'ask': {
      const { question } = outcome;
      return {
        state: 'question',
        question,
        ...(situation.lastIsNone && { status: 'none-fit' }),
        ...(situation.lastIsMiss && { status: 'not-understood' }),
      };
    }
    case 'confirm': {
      const { problem, probability, alternatives, why } = outcome;
      return {
        state: 'confirmation',
        problem,
        probability,
        alternatives,
        why,
        ...(situation.lastIsMiss && { status: 'not-understood' }),
      };
    }
    case 'steps': {
      const { problem, next, later } = outcome;
      const tried = situation.diagnosis.steps.filter((record) => record.problem === problem).length;
      return {
        state: 'step',
        problem,
        choice: next,
        number: tried + 1,
        of: tried + 1 + later.length,
        ...(situation.lastIsSaid && { status: 'noted' }),
      };
    }
    case 'solved':
      return { state: 'solved', status: 'solved', problem: outcome.problem };
    case 'nothing-fits': {
      const { reason, problem, nearest } = outcome;
      return { state: 'handoff', status: reason, ...(problem !== undefined && { problem }), nearest };
    }
  }
}
