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
import type { Conversation, Found, Rating, Turn } from './conversation.ts';
import { channelsNow, ruleNow } from './escalate.ts';
import type { Knowledge } from './knowledge.ts';
import type { ChannelKey, HandoffReason, OfferReason } from './reasons.ts';
import { replay, type Situation } from './replay.ts';
import type { Safety } from './safety.ts';
import type { Status } from './status.ts';

/**
 * What the assistant does next. Words and actions are apart: `status` is said, the rest is offered. A person is
 * always within reach: `choose(…, 'person')` works in every state.
 */
export type Move = State & {
  /** A person is offered beside the rest, once for each reason. */
  readonly offersPerson?: OfferReason;
};

type State =
  | { readonly state: 'greeting'; readonly status: Status }
  /** More words are needed; `waiting` while search has not answered. */
  | {
      readonly state: 'understanding';
      readonly status: Status;
      readonly nearest: readonly Candidate[];
      readonly isWaiting: boolean;
    }
  | {
      readonly state: 'urgent';
      readonly status: Status;
      /** A life is or may be in danger: what to do about that comes first. */
      readonly isAboutLife: boolean;
      /** Money or an account is in danger too, or instead. */
      readonly isAboutMoney: boolean;
    }
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
  | {
      readonly state: 'solved';
      readonly status: Status;
      readonly problem: string;
      /** What the reader thought of it; they need not say. */
      readonly rating?: Rating;
    }
  | {
      readonly state: 'handoff';
      readonly status: Status;
      readonly reason: HandoffReason;
      /** Nothing is handed over before the reader says so; false when they have, or when a rule demands it. */
      readonly isOffered: boolean;
      /** The ways to a person, the best first; never empty. */
      readonly channels: readonly ChannelKey[];
      readonly problem?: string;
      readonly nearest: readonly Candidate[];
    }
  /** A person has joined. Nothing is said, see `maySpeak`; `status` names the state where it is shown. */
  | { readonly state: 'with-person'; readonly status: Status };

const NEAREST = 3;

/**
 * The next move, from what the reader did alone: the same conversation always gives the same move. A person who
 * has joined goes before all, then one who is asked for, then what is urgent, then what the policy demands, then
 * the diagnosis.
 */
export function nextMove(knowledge: Knowledge, conversation: Conversation): Move {
  const situation = replay(knowledge.model, conversation);
  const move = stateNow(knowledge, conversation, situation);
  const isOpen = !['handoff', 'solved', 'with-person'].includes(move.state);
  return isOpen && situation.offering ? { ...move, offersPerson: situation.offering } : move;
}

function stateNow(knowledge: Knowledge, conversation: Conversation, situation: Situation): State {
  const { model, safety } = knowledge;
  const { diagnosis, confirmed } = situation;
  if (situation.isWithPerson) return { state: 'with-person', status: 'with-person' };
  if (situation.wantsPerson) return handOver(knowledge, conversation, situation, 'wish');
  const turns = conversation.turns.slice(situation.begins);
  const urgent = urgentNow(turns, safety);
  if (urgent) return urgent;
  const reopened = reopenedQuestion(model, situation);
  const rule = reopened ? undefined : ruleNow(knowledge, conversation, situation);
  if (rule) return handOver(knowledge, conversation, situation, rule);
  if (situation.waiting) {
    return { state: 'understanding', status: 'search-unavailable', nearest: [], isWaiting: true };
  }
  if (situation.parts.length > 0) return { state: 'several', status: 'several', parts: situation.parts };
  if (confirmed && situation.other) {
    return { state: 'second-problem', status: 'second-problem', now: confirmed, other: situation.other };
  }
  if (reopened) return reopened;
  if (!situation.hasEvidence) {
    if (!turns.some(hasSubstance)) return { state: 'greeting', status: 'greeting' };
    const status = situation.weak.length > 0 ? 'not-enough-evidence' : 'out-of-scope';
    return { state: 'understanding', status, nearest: situation.weak, isWaiting: false };
  }
  return fromOutcome(decide(model, diagnosis), knowledge, situation);
}

/** Offers, handovers and the way back from them tell nothing of a problem. */
function hasSubstance({ kind }: Turn): boolean {
  return !ABOUT_PERSONS.has(kind);
}

const ABOUT_PERSONS: ReadonlySet<Turn['kind']> = new Set([
  'offered',
  'person',
  'resumed',
  'joined',
  'handover-failed',
]);

function handOver(
  knowledge: Knowledge,
  conversation: Conversation,
  situation: Situation,
  reason: keyof typeof HANDOFF_STATUS,
): State {
  const { confirmed, lastIsFailure } = situation;
  const channels = channelsNow(knowledge, situation);
  const asked = reason === 'wish' && channels.includes('desk') ? 'wants-desk' : HANDOFF_STATUS[reason];
  return {
    state: 'handoff',
    status: lastIsFailure ? 'handover-failed' : asked,
    reason,
    isOffered: false,
    channels,
    ...(confirmed !== undefined && { problem: confirmed }),
    nearest: confirmed === undefined ? candidatesOf(knowledge.model, conversation) : [],
  };
}

const HANDOFF_STATUS = {
  wish: 'wants-person',
  risk: 'person-for-risk',
  amount: 'person-for-amount',
  service: 'person-for-service',
  incident: 'person-for-incident',
} as const satisfies Record<string, Status>;

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
function urgentNow(turns: readonly Turn[], safety: Safety): State | undefined {
  const last = turns.findLastIndex((turn) => turn.kind === 'said' && safety.isUrgent(turn.text));
  if (last < 0 || turns.slice(last).some(({ kind }) => kind === 'safe')) return undefined;
  const [turn] = turns.slice(last);
  const text = turn?.kind === 'said' ? turn.text : '';
  const life = safety.lifeInDangerOf?.(text);
  if (life === undefined)
    return { state: 'urgent', status: 'urgent', isAboutLife: false, isAboutMoney: true };
  const status = life === 'self-harm' ? 'urgent-self-harm' : 'urgent-violence';
  return { state: 'urgent', status, isAboutLife: true, isAboutMoney: safety.situationOf?.(text) !== life };
}

function reopenedQuestion(
  model: DiagnosisModel,
  { reopened, diagnosis }: Situation,
): (State & { state: 'question' }) | undefined {
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

function fromOutcome(outcome: Outcome, knowledge: Knowledge, situation: Situation): State {
  switch (outcome.kind) {
    case 'ask': {
      const { question } = outcome;
      return {
        state: 'question',
        question,
        ...(question.reason === 'contradiction' && { status: 'needs-clarification' }),
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
      return {
        state: 'solved',
        status: situation.rating ? 'rated' : 'solved',
        problem: outcome.problem,
        ...(situation.rating && { rating: situation.rating }),
      };
    case 'nothing-fits': {
      const { reason, problem, nearest } = outcome;
      return {
        state: 'handoff',
        status: reason,
        reason,
        isOffered: true,
        channels: channelsNow(knowledge, situation),
        ...(problem !== undefined && { problem }),
        nearest,
      };
    }
  }
}
