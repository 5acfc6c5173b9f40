import { SECTORS } from '../article/browser.ts';
import { addTurn, goBack, isWithPerson, RATINGS, type Conversation, type Turn } from './conversation.ts';
import type { Knowledge } from './knowledge.ts';
import { nextMove } from './next-move.ts';

/**
 * Everything that a reader can choose, as a short text for a button's value:
 * `answer:<sign>:<reply>`, `unknown:<sign>`, `none:<sign>`, `change:<sign>`, `confirm:<problem>`, `refuse`,
 * `step:<key>:solved|failed|skipped`, `part:<place>`, `switch:<problem>`, `sector:<sector>`,
 * `service:<slug>`, `stay`, `safe`, `person`, `resume`, `failed:<channel>` (nobody was reached there),
 * `rate:helped|partly|not`, `back`.
 */
export type Choice = string;

/**
 * Carries out a choice. One that makes no sense now, from an old page or made up, changes nothing; nor does any
 * while a person has the conversation.
 */
export function choose(knowledge: Knowledge, conversation: Conversation, choice: Choice): Conversation {
  if (isWithPerson(conversation)) return conversation;
  const [kind = '', first = '', second = ''] = choice.split(':');
  if (kind === 'back') return goBack(conversation);
  if (kind === 'service') return chooseService(conversation, first);
  const turn = Object.hasOwn(TURNS, kind)
    ? TURNS[kind]?.({ knowledge, conversation, first, second })
    : undefined;
  return turn ? addTurn(conversation, turn) : conversation;
}

interface Wish {
  readonly knowledge: Knowledge;
  readonly conversation: Conversation;
  readonly first: string;
  readonly second: string;
}

const TURNS: Readonly<Record<string, (wish: Wish) => Turn | undefined>> = {
  answer: ({ knowledge: { model }, first, second }) =>
    Object.hasOwn(model.signs.get(first)?.answers ?? {}, second)
      ? { kind: 'answered', sign: first, reply: second }
      : undefined,
  unknown: ({ knowledge: { model }, first }) =>
    model.signs.has(first) ? { kind: 'answered', sign: first, reply: null } : undefined,
  none: ({ knowledge: { model }, first }) =>
    model.signs.has(first) ? { kind: 'answered', sign: first, reply: null, isNone: true } : undefined,
  change: ({ knowledge: { model }, first }) =>
    model.signs.has(first) ? { kind: 'reopened', sign: first } : undefined,
  confirm: ({ knowledge: { model }, first }) =>
    model.placeOf.has(first) ? { kind: 'confirmed', problem: first } : undefined,
  refuse: ({ knowledge, conversation }) => {
    const move = nextMove(knowledge, conversation);
    if (move.state !== 'confirmation') return undefined;
    return { kind: 'refused', problems: [move.problem, ...move.alternatives.map(({ id }) => id)] };
  },
  step: ({ knowledge, conversation, first, second }) => {
    const move = nextMove(knowledge, conversation);
    if (move.state !== 'step' || move.choice.step.key !== first) return undefined;
    return second === 'solved' || second === 'failed' || second === 'skipped'
      ? { kind: 'tried', step: first, result: second }
      : undefined;
  },
  part: ({ first }) => (/^\d$/.test(first) ? { kind: 'part', place: Number(first) } : undefined),
  switch: ({ knowledge: { model }, first }) =>
    model.placeOf.has(first) ? { kind: 'switched', problem: first } : undefined,
  sector: ({ first }) => {
    const sector = SECTORS.find((name) => name === first);
    return sector && { kind: 'sector', sector };
  },
  stay: () => ({ kind: 'stayed' }),
  safe: () => ({ kind: 'safe' }),
  person: () => ({ kind: 'person' }),
  resume: ({ knowledge, conversation }) => {
    const move = nextMove(knowledge, conversation);
    return { kind: 'resumed', ...(move.state === 'handoff' && { reason: move.reason }) };
  },
  failed: ({ knowledge, conversation, first }) => {
    const move = nextMove(knowledge, conversation);
    const channel = move.state === 'handoff' && move.channels.find((one) => one === first);
    return channel ? { kind: 'handover-failed', channel } : undefined;
  },
  rate: ({ knowledge, conversation, first }) => {
    const rating = RATINGS.find((one) => one === first);
    const isSolved = nextMove(knowledge, conversation).state === 'solved';
    return rating && isSolved ? { kind: 'rated', rating } : undefined;
  },
};

function chooseService(conversation: Conversation, slug: string): Conversation {
  if (/^[\w-]{1,80}$/.test(slug)) return { ...conversation, service: slug };
  const { service, ...others } = conversation;
  return service === undefined ? conversation : others;
}
