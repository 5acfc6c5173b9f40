import type { EscalationPolicy } from './escalation-policy.ts';
import { readMood } from './read-mood.ts';
import { OFFER_REASONS, type OfferReason } from './reasons.ts';
import { isVulnerable } from './read-vulnerable.ts';
import type { Speech } from './speech.ts';
import type { Status } from './status.ts';
import { wordsOf } from './words-of.ts';

/** A message that may earn the offer of a person, and the story before it. */
export interface OfferCase {
  readonly text: string;
  readonly speech: Speech;
  /** Earlier messages of the same story. */
  readonly said: readonly string[];
  /** What a person was offered for already in it: each reason counts once. */
  readonly offered: readonly OfferReason[];
}

/** For what a person is offered now, by the order of the policy; undefined when for nothing (any more). */
export function offerFor({ offers }: EscalationPolicy, message: OfferCase): OfferReason | undefined {
  for (const { reason, times } of offers) {
    const known = OFFER_REASONS.find((one) => one === reason);
    if (known && !message.offered.includes(known) && countOf[known](message) >= times) return known;
  }
  return undefined;
}

/** In how many messages the reason shows; 0 when this one does not show it. */
const countOf: Readonly<Record<OfferReason, (message: OfferCase) => number>> = {
  'vague-wish': ({ speech }) => (speech === 'offer-person' ? 1 : 0),
  anger: ({ speech, ...message }) =>
    speech === 'insult' ? 1 + before(message, isAngry) : withThis(message, isAngry),
  'said-again': ({ text, ...message }) =>
    withThis({ text, ...message }, (one) => normalise(one) === normalise(text)),
  distress: (message) => withThis(message, (one) => readMood(one) === 'distressed'),
  vulnerable: (message) => withThis(message, isVulnerable),
};

/** What is said when a person is offered. */
export function offerStatus(reason: OfferReason): Status {
  return OFFER_STATUS[reason];
}

const OFFER_STATUS = {
  'vague-wish': 'offer-person',
  anger: 'offer-for-anger',
  'said-again': 'said-again',
  distress: 'offer-for-distress',
  vulnerable: 'offer-for-help',
} as const satisfies Record<OfferReason, Status>;

type Words = Pick<OfferCase, 'text' | 'said'>;

function withThis(message: Words, shows: (text: string) => boolean): number {
  return shows(message.text) ? 1 + before(message, shows) : 0;
}

function before({ said }: Pick<OfferCase, 'said'>, shows: (text: string) => boolean): number {
  return said.filter(shows).length;
}

function isAngry(text: string): boolean {
  return readMood(text) === 'angry';
}

function normalise(text: string): string {
  return wordsOf(text).join(' ');
}
