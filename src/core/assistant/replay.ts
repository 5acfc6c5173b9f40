import {
  addWords,
  answerQuestion,
  changeAnswer,
  confirmProblem,
  recordStep,
  repliesTo,
  startDiagnosis,
  turnDown,
  type Candidate,
  type Diagnosis,
  type DiagnosisModel,
  type WordHit,
} from '../diagnosis/browser.ts';
import type { Conversation, Found, Rating, Turn } from './conversation.ts';
import type { ChannelKey, HandoffReason, OfferReason } from './reasons.ts';

/** Where a conversation stands: what its turns come to. */
export interface Situation {
  /** Where the story at hand begins in the turns: after "solved", a new message begins a new one. */
  readonly begins: number;
  readonly diagnosis: Diagnosis;
  /** The problem whose steps are tried. */
  readonly confirmed: string | undefined;
  /** Something is known that problems can be told apart by. */
  readonly hasEvidence: boolean;
  readonly wantsPerson: boolean;
  readonly isWithPerson: boolean;
  /** What had brought a handover from which the reader went back. */
  readonly declined: readonly HandoffReason[];
  /** What a person was offered for. */
  readonly offered: readonly OfferReason[];
  /** Set right after an offer. */
  readonly offering: OfferReason | undefined;
  /** The ways on which nobody was reached, the last one last. */
  readonly failed: readonly ChannelKey[];
  readonly lastIsFailure: boolean;
  readonly rating: Rating | undefined;
  /** A message that search has not answered yet. */
  readonly waiting: boolean;
  /** The problems to choose from, of the last message. */
  readonly parts: Found['parts'];
  /** Another problem, of which the last message told while steps were tried. */
  readonly other: string | undefined;
  readonly reopened: string | undefined;
  /** What search found for words that no guide seems to fit, and how often that happened. */
  readonly weak: readonly Candidate[];
  readonly misses: number;
  readonly lastIsSaid: boolean;
  readonly lastIsNone: boolean;
  /** No guide fits what was said last. */
  readonly lastIsMiss: boolean;
}

/** From this probability on, words in the middle of the steps tell of another problem. */
const CLEARLY_OTHER = 0.5;
const WEAK_SHOWN = 3;
/**
 * Words that search takes for out of scope are asked about all the same from this probability on: of the labelled
 * queries that it misjudges, half are above, and of those that no guide fits, one in twenty.
 */
const WORTH_ASKING = 0.3;

/** Goes through the turns once. Turns that no longer make sense (an unknown sign, an old place) do nothing. */
export function replay(model: DiagnosisModel, conversation: Conversation): Situation {
  let now = startOf(model, conversation);
  for (const [place, turn] of conversation.turns.entries()) {
    if (turn.kind === 'offered') {
      now = { ...now, offered: [...now.offered, turn.reason], offering: turn.reason };
      continue;
    }
    if (beginsAnew(now, turn))
      now = { ...startOf(model, { ...placeOf(conversation), turns: [] }), begins: place };
    const after = take(model, { ...now, lastIsMiss: false, offering: undefined }, turn);
    now = {
      ...after,
      confirmed: after.diagnosis.confirmed?.problem,
      lastIsSaid: turn.kind === 'said',
      lastIsNone: turn.kind === 'answered' && turn.isNone === true,
      lastIsFailure: turn.kind === 'handover-failed',
    };
  }
  return now;
}

const BLANK: Situation = {
  begins: 0,
  diagnosis: startDiagnosis(),
  confirmed: undefined,
  hasEvidence: false,
  wantsPerson: false,
  isWithPerson: false,
  declined: [],
  offered: [],
  offering: undefined,
  failed: [],
  lastIsFailure: false,
  rating: undefined,
  waiting: false,
  parts: [],
  other: undefined,
  reopened: undefined,
  weak: [],
  misses: 0,
  lastIsSaid: false,
  lastIsNone: false,
  lastIsMiss: false,
};

/** What stays when a new story begins: the place, not the guide. */
function placeOf({ sector }: Conversation): Pick<Conversation, 'sector'> {
  return sector ? { sector } : {};
}

function startOf(model: DiagnosisModel, { article, sector, tried = [] }: Conversation): Situation {
  const problem = article === undefined ? undefined : model.problems[model.placeOf.get(article) ?? -1];
  const steps = tried.filter((key) => problem?.steps.some((step) => step.key === key));
  return {
    ...BLANK,
    diagnosis: {
      ...startDiagnosis(undefined, {
        ...(article !== undefined && { article }),
        ...(sector && { sector }),
      }),
      steps: problem ? steps.map((step) => ({ problem: problem.id, step, result: 'failed' })) : [],
    },
    hasEvidence: problem !== undefined,
  };
}

/** After "solved", words and areas belong to something new; nothing of the old story counts for it. */
function beginsAnew({ diagnosis, isWithPerson }: Situation, { kind }: Turn): boolean {
  return !isWithPerson && isSolved(diagnosis) && (kind === 'said' || kind === 'sector');
}

/** The reader has said of a step of the confirmed problem that it helped. */
function isSolved({ confirmed, steps }: Diagnosis): boolean {
  return steps.some(({ problem, result }) => result === 'solved' && problem === confirmed?.problem);
}

function take(model: DiagnosisModel, now: Situation, turn: Turn): Situation {
  const { diagnosis } = now;
  const known = (id: string) => model.placeOf.has(id);
  switch (turn.kind) {
    case 'said':
      // Words for the person.
      if (now.isWithPerson) return now;
      return hear(model, { ...now, parts: [], other: undefined, waiting: false, weak: [] }, turn.found);
    case 'part': {
      const part = now.parts[turn.place];
      return part ? believe({ ...now, parts: [] }, part.hits) : now;
    }
    case 'sector':
      return {
        ...now,
        waiting: false,
        hasEvidence: true,
        diagnosis: { ...diagnosis, context: { ...diagnosis.context, sector: turn.sector } },
      };
    case 'answered': {
      if (!model.signs.has(turn.sign)) return now;
      const change = now.reopened === turn.sign ? changeAnswer : answerQuestion;
      return { ...now, reopened: undefined, diagnosis: change(diagnosis, turn.sign, turn.reply) };
    }
    case 'reopened':
      return repliesTo(diagnosis, turn.sign) ? { ...now, reopened: turn.sign } : now;
    case 'confirmed':
    case 'switched':
      if (!known(turn.problem)) return now;
      return {
        ...now,
        hasEvidence: true,
        other: undefined,
        reopened: undefined,
        diagnosis: confirmProblem(diagnosis, turn.problem),
      };
    case 'refused':
      return { ...now, diagnosis: turnDown(diagnosis, turn.problems.filter(known)) };
    case 'tried':
      return { ...now, diagnosis: recordStep(diagnosis, turn.step, turn.result) };
    case 'stayed':
      return { ...now, other: undefined };
    case 'safe':
    case 'offered':
      return now;
    case 'person':
      return { ...now, wantsPerson: true };
    case 'resumed':
      return {
        ...now,
        wantsPerson: false,
        declined: turn.reason ? [...now.declined, turn.reason] : now.declined,
      };
    case 'joined':
      return { ...now, isWithPerson: true };
    case 'handover-failed':
      return {
        ...now,
        isWithPerson: false,
        wantsPerson: true,
        failed: [...now.failed.filter((channel) => channel !== turn.channel), turn.channel],
      };
    case 'rated':
      return isSolved(diagnosis) ? { ...now, rating: turn.rating } : now;
  }
}

/** What a message adds. While steps are tried it changes nothing, unless it clearly tells of another problem. */
function hear(model: DiagnosisModel, now: Situation, found: Found | undefined): Situation {
  if (now.confirmed !== undefined) return hearWhileTrying(model, now, now.confirmed, found);
  if (!found) return { ...now, waiting: true };
  if (found.parts.length > 1) return { ...now, parts: found.parts };
  if (!found.outOfScope || (found.hits[0]?.confidence ?? 0) >= WORTH_ASKING) return believe(now, found.hits);
  // In the middle of the questions they are an aside: what is known stays.
  if (now.hasEvidence) return { ...now, lastIsMiss: true };
  // The first words that no guide fits ask for other words; when those do not fit either, nothing does.
  if (now.misses > 0) return believe(now, []);
  const weak = found.hits
    .filter(({ id }) => model.placeOf.has(id))
    .slice(0, WEAK_SHOWN)
    .map(({ id, confidence }) => ({ id, probability: confidence }));
  return { ...now, weak, misses: now.misses + 1 };
}

function hearWhileTrying(
  model: DiagnosisModel,
  now: Situation,
  confirmed: string,
  found: Found | undefined,
): Situation {
  const best = found?.outOfScope === false ? found.hits[0] : undefined;
  const isOther =
    best !== undefined &&
    best.id !== confirmed &&
    best.confidence >= CLEARLY_OTHER &&
    model.placeOf.has(best.id);
  return isOther ? { ...now, other: best.id } : now;
}

function believe(now: Situation, hits: readonly WordHit[]): Situation {
  return { ...now, hasEvidence: true, diagnosis: addWords(now.diagnosis, hits) };
}
