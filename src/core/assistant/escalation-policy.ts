import { z } from 'zod';
import { RISKS, SECTORS } from '../article/browser.ts';
import { AT_ONCE_REASONS, CHANNEL_KEYS, END_REASONS, NEEDS, OFFER_REASONS } from './reasons.ts';

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write the slug of a file of content/service');

/** All that is named must hold. What is about a problem waits until the reader has confirmed one. */
const condition = z
  .strictObject({
    /** The problem's `escalate`. */
    escalate: z.literal('immediately', 'write "immediately": other problems get their steps first'),
    /** The problem's `risk` is one of these. */
    risk: z.array(z.enum(RISKS)).min(1),
    sectors: z.array(z.enum(SECTORS)).min(1),
    /** Rupiah named in the reader's words. */
    amountAtLeast: z.int().positive('write rupiah as a whole number, such as 10000000'),
    /** The service that the reader has chosen. */
    services: z.array(slug).min(1),
    /** A known disturbance causes the problem, or is at the service. */
    openIncident: z.literal(true, 'write true, or leave the line out'),
  })
  .partial();

const rule = z.strictObject({ reason: z.enum(AT_ONCE_REASONS), when: condition.optional() });
const offer = z.strictObject({
  reason: z.enum([...OFFER_REASONS, ...END_REASONS]),
  /** Messages that it takes; 1 unless written. */
  times: z.int().min(1).max(10, 'write how many messages it takes, 1 to 10').default(1),
});
const channel = z.strictObject({ key: z.enum(CHANNEL_KEYS), needs: z.array(z.enum(NEEDS)).default([]) });

const policySchema = z.strictObject({
  atOnce: z.array(rule).min(1),
  offers: z.array(offer),
  channels: z.array(channel).min(1),
});

/** What `content/policy/escalation.yaml` says: plain JSON. */
export type EscalationPolicy = z.infer<typeof policySchema>;
export type AtOnceCondition = z.infer<typeof condition>;

/** A policy that does not have the form of {@link EscalationPolicy}, or that could leave a reader alone. */
export class EscalationPolicyError extends Error {
  override readonly name = 'EscalationPolicyError';
}

/**
 * Checks the parsed YAML of the escalation policy; `file` names it in messages.
 * @throws {EscalationPolicyError} that lists everything wrong, each with its key and what to write.
 */
export function readEscalationPolicy(parsed: unknown, file: string): EscalationPolicy {
  const result = policySchema.safeParse(parsed);
  const problems = result.success
    ? findGaps(result.data)
    : result.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  if (!result.success || problems.length > 0) {
    throw new EscalationPolicyError(`${file} is not an escalation policy:\n  ${problems.join('\n  ')}`);
  }
  return result.data;
}

function findGaps({ atOnce, offers, channels }: EscalationPolicy): string[] {
  const hasWish = atOnce.some(({ reason, when }) => reason === 'wish' && when === undefined);
  const twice = (keys: readonly string[]) => keys.filter((key, place) => keys.indexOf(key) < place);
  return [
    ...(hasWish
      ? []
      : ['atOnce: a wish for a person must always count; add "- reason: wish" without "when"']),
    ...atOnce.flatMap(({ reason, when }, place) =>
      reason !== 'wish' && Object.keys(when ?? {}).length === 0
        ? [`atOnce.${place}: "${reason}" would hand over everybody; add "when" with a condition`]
        : [],
    ),
    ...twice(offers.map(({ reason }) => reason)).map(
      (reason) => `offers: "${reason}" stands twice; keep one of them`,
    ),
    ...twice(channels.map(({ key }) => key)).map(
      (key) => `channels: "${key}" stands twice; keep one of them`,
    ),
    ...(channels.at(-1)?.needs.length === 0
      ? []
      : ['channels: the last one must need nothing, so that there is always a way; put "contacts" last']),
  ];
}
