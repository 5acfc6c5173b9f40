import { z } from 'zod';
import { ESCALATIONS, RISKS } from '../article/browser.ts';
import { faultsOf } from './name-faults.ts';
import { PRIORITIES, TICKET_CHANNELS } from './terms.ts';

/** In the order of `Date.getUTCDay`. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'write a time like "08:00", in quotes');
const span = z.strictObject({ from: time, to: time });
const minutes = z
  .int('write whole minutes')
  .min(1, 'write at least 1 minute')
  .max(100_000, 'write at most 100000 minutes');

/** All lines must hold; what is about a problem waits until one is known. */
const condition = z
  .strictObject({
    escalate: z.array(z.enum(ESCALATIONS)).min(1),
    risk: z.array(z.enum(RISKS)).min(1),
    channel: z.array(z.enum(TICKET_CHANNELS)).min(1),
  })
  .partial();

const target = z.strictObject({
  firstReply: minutes,
  solve: minutes,
  /** `business`: only the hours of the desk count; `always`: every minute does. */
  clock: z.enum(['business', 'always'], 'write business or always').default('business'),
});

const policySchema = z.strictObject({
  utcOffset: z.string().regex(/^[+-](?:0\d|1[0-4]):[0-5]\d$/, 'write a difference to UTC like "+07:00"'),
  hours: z.partialRecord(z.enum(WEEKDAYS), z.array(span)),
  collectiveLeave: z.enum(['closed', 'open'], 'write closed or open'),
  priorities: z.array(z.strictObject({ priority: z.enum(PRIORITIES), when: condition.optional() })).min(1),
  targets: z.record(z.enum(PRIORITIES), target),
  /** The share of a target that is left when it is warned of. */
  warnWhenLeft: z.number().min(0).max(0.9, 'write a share like 0.25'),
});

/** What `content/policy/desk.yaml` says: plain JSON. */
export type DeskPolicy = z.infer<typeof policySchema>;

/** A policy that does not have the form of {@link DeskPolicy}, or that promises what cannot be. */
export class DeskPolicyError extends Error {
  override readonly name = 'DeskPolicyError';
}

/**
 * Checks the parsed YAML of the desk's policy; `file` names it in messages.
 * @throws {DeskPolicyError} that lists everything wrong, each with its key and what to write.
 */
export function readDeskPolicy(parsed: unknown, file: string): DeskPolicy {
  const result = policySchema.safeParse(parsed);
  const faults = result.success ? findGaps(result.data) : faultsOf(result.error);
  if (!result.success || faults.length > 0) {
    throw new DeskPolicyError(`${file} is no policy of a desk:\n  ${faults.join('\n  ')}`);
  }
  return result.data;
}

/** Minutes after midnight. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function findGaps({ hours, priorities, targets }: DeskPolicy): string[] {
  const spans = WEEKDAYS.flatMap((day) => (hours[day] ?? []).map((one, place) => ({ day, one, place })));
  const last = priorities.at(-1);
  return [
    ...(spans.length > 0 ? [] : ['hours: the desk is never open; give at least one day some hours']),
    ...spans.flatMap(({ day, one, place }) => {
      const before = hours[day]?.[place - 1];
      if (minutesOf(one.from) >= minutesOf(one.to))
        return [`hours.${day}.${place}: ends before it begins; write "from" before "to"`];
      return before && minutesOf(one.from) < minutesOf(before.to)
        ? [`hours.${day}.${place}: begins before the one above it ends; put them in order`]
        : [];
    }),
    ...priorities
      .slice(0, -1)
      .flatMap(({ when }, place) =>
        Object.keys(when ?? {}).length > 0
          ? []
          : [`priorities.${place}: holds for everybody, so those below never do; add "when", or put it last`],
      ),
    ...(Object.keys(last?.when ?? {}).length === 0
      ? []
      : ['priorities: the last one must hold for everybody; add "- priority: normal" without "when"']),
    ...PRIORITIES.filter((priority) => targets[priority].firstReply > targets[priority].solve).map(
      (priority) => `targets.${priority}: the first reply comes after the end; make "solve" longer`,
    ),
  ];
}
