import { SECTORS } from '../article/browser.ts';
import {
  cutText,
  LONGEST_MESSAGE,
  MOST_TICKED,
  MOST_TURNS_KEPT,
  RATINGS,
  saidTexts,
  type Conversation,
  type Found,
  type Turn,
} from './conversation.ts';
import { AT_ONCE_REASONS, CHANNEL_KEYS, END_REASONS, OFFER_REASONS } from './reasons.ts';

/** Longer texts are not read: an address of this length still passes every server. */
const LONGEST_STATE = 12_000;
const LONGEST_NAME = 120;
const MOST_HITS = 50;

/**
 * A conversation as text that {@link readConversation} reads. With `found: false` it fits into an address: what
 * search can find again is left out, and long messages are cut so that all together stay short.
 */
export function writeConversation(conversation: Conversation, { found = true } = {}): string {
  if (found) return JSON.stringify(conversation);
  const share = Math.floor(MOST_IN_ADDRESS / Math.max(1, saidTexts(conversation).length));
  const turns = conversation.turns.map((turn) =>
    turn.kind === 'said' ? { kind: turn.kind, text: cutText(turn.text, share) } : turn,
  );
  return JSON.stringify({ ...conversation, turns });
}

/** Characters of messages in an address; written with percent signs they take up to six times as much. */
const MOST_IN_ADDRESS = 2000;

/**
 * Reads a kept conversation. The text may come from anywhere: what is not exactly a conversation is
 * undefined, never half of one. Ids are not looked up: what the content does not know has no effect.
 * With `found: false`, what it says about search is left out, to be searched for again.
 */
export function readConversation(text: string, { found = true } = {}): Conversation | undefined {
  if (text.length > (found ? LONGEST_STATE * 20 : LONGEST_STATE)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Cut off, or never one.
    return undefined;
  }
  if (!isRecord(value) || !Array.isArray(value['turns'])) return undefined;
  const { article, tried, sector, service } = value;
  const kept: readonly unknown[] = value['turns'];
  if (kept.length > MOST_TURNS_KEPT || !isOptionalName(article) || !isOptionalName(service)) return undefined;
  const known = SECTORS.find((name) => name === sector);
  if (sector !== known) return undefined;
  if (tried !== undefined && !isTicked(tried)) return undefined;
  const turns = kept.map((turn) => readTurn(turn, found));
  if (!turns.every((turn) => turn !== undefined)) return undefined;
  return {
    ...(article !== undefined && { article }),
    ...(tried !== undefined && { tried }),
    ...(known && { sector: known }),
    ...(service !== undefined && { service }),
    turns,
  };
}

function readTurn(value: unknown, withFound: boolean): Turn | undefined {
  if (!isRecord(value) || typeof value['kind'] !== 'string') return undefined;
  return Object.hasOwn(READERS, value['kind']) ? READERS[value['kind']]?.(value, withFound) : undefined;
}

type Reader = (value: Readonly<Record<string, unknown>>, withFound: boolean) => Turn | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  said: ({ text, found }, withFound) => {
    if (typeof text !== 'string' || text.length > LONGEST_MESSAGE) return undefined;
    if (found === undefined || !withFound) return { kind: 'said', text };
    return isFound(found) ? { kind: 'said', text, found } : undefined;
  },
  part: ({ place }) => (isPlace(place) ? { kind: 'part', place } : undefined),
  sector: ({ sector }) => {
    const known = SECTORS.find((name) => name === sector);
    return known && { kind: 'sector', sector: known };
  },
  answered: ({ sign, reply, isNone }) =>
    isName(sign) && (reply === null || isName(reply))
      ? { kind: 'answered', sign, reply, ...(isNone === true && { isNone }) }
      : undefined,
  reopened: ({ sign }) => (isName(sign) ? { kind: 'reopened', sign } : undefined),
  confirmed: ({ problem }) => (isName(problem) ? { kind: 'confirmed', problem } : undefined),
  refused: ({ problems }) =>
    Array.isArray(problems) && problems.length <= MOST_HITS && problems.every(isName)
      ? { kind: 'refused', problems }
      : undefined,
  tried: ({ step, result }) =>
    isName(step) && (result === 'solved' || result === 'failed' || result === 'skipped')
      ? { kind: 'tried', step, result }
      : undefined,
  switched: ({ problem }) => (isName(problem) ? { kind: 'switched', problem } : undefined),
  stayed: () => ({ kind: 'stayed' }),
  safe: () => ({ kind: 'safe' }),
  person: () => ({ kind: 'person' }),
  resumed: ({ reason }) => {
    if (reason === undefined) return { kind: 'resumed' };
    const known = [...AT_ONCE_REASONS, ...END_REASONS].find((one) => one === reason);
    return known && { kind: 'resumed', reason: known };
  },
  offered: ({ reason }) => {
    const known = OFFER_REASONS.find((one) => one === reason);
    return known && { kind: 'offered', reason: known };
  },
  joined: () => ({ kind: 'joined' }),
  'handover-failed': ({ channel }) => {
    const known = CHANNEL_KEYS.find((one) => one === channel);
    return known && { kind: 'handover-failed', channel: known };
  },
  rated: ({ rating }) => {
    const known = RATINGS.find((one) => one === rating);
    return known && { kind: 'rated', rating: known };
  },
};

function isFound(value: unknown): value is Found {
  return (
    isRecord(value) &&
    typeof value['outOfScope'] === 'boolean' &&
    isHits(value['hits']) &&
    Array.isArray(value['parts']) &&
    value['parts'].length <= MOST_HITS &&
    value['parts'].every((part) => isRecord(part) && typeof part['text'] === 'string' && isHits(part['hits']))
  );
}

function isHits(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= MOST_HITS &&
    value.every(
      (hit) =>
        isRecord(hit) &&
        isName(hit['id']) &&
        typeof hit['confidence'] === 'number' &&
        hit['confidence'] >= 0 &&
        hit['confidence'] <= 1,
    )
  );
}

function isTicked(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= MOST_TICKED && value.every(isName);
}

function isOptionalName(value: unknown): value is string | undefined {
  return value === undefined || isName(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_NAME && /^[\w/.-]+$/.test(value);
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MOST_HITS;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
