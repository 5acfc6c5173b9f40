import { ALWAYS_OPEN, openBusinessTime, type BusinessTime } from './business-time.ts';
import { minutesOf, WEEKDAYS, type DeskPolicy } from './desk-policy.ts';
import type { Holidays } from './holidays.ts';
import { PRIORITIES, type Priority, type TicketChannel } from './terms.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** The weekday of day 0, 1970-01-01: a Thursday. */
const FIRST_WEEKDAY = 4;

/** What the priority of a ticket follows from. */
export interface PriorityFacts {
  readonly channel: TicketChannel;
  /** `risk` and `escalate` of the problem; absent while it is not known. */
  readonly risk?: string;
  readonly escalate?: string;
}

/** The priority of the first rule of a policy that holds. */
export function priorityFor(
  { priorities }: DeskPolicy,
  { channel, risk, escalate }: PriorityFacts,
): Priority {
  const fits = (allowed: readonly string[] | undefined, fact: string | undefined) =>
    allowed === undefined || (fact !== undefined && allowed.includes(fact));
  const rule = priorities.find(
    ({ when }) => fits(when?.escalate, escalate) && fits(when?.risk, risk) && fits(when?.channel, channel),
  );
  return rule?.priority ?? 'normal';
}

/** The more pressing of two priorities. */
export function morePressing(one: Priority, other: Priority): Priority {
  return PRIORITIES.indexOf(one) <= PRIORITIES.indexOf(other) ? one : other;
}

/** The time that counts for a priority. A year without holidays in the list has weekends only. */
export function businessTimeOf(policy: DeskPolicy, holidays: Holidays, priority: Priority): BusinessTime {
  if (policy.targets[priority].clock === 'always') return ALWAYS_OPEN;
  const closed = new Set(
    holidays.flatMap(({ days }) =>
      days
        .filter(({ kind }) => kind === 'national' || policy.collectiveLeave === 'closed')
        .map(({ date }) => Date.parse(date) / DAY_MS),
    ),
  );
  const hours = WEEKDAYS.map((weekday) =>
    (policy.hours[weekday] ?? []).map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })),
  );
  return openBusinessTime((day) => {
    if (closed.has(day)) return [];
    return hours[(((day + FIRST_WEEKDAY) % 7) + 7) % 7] ?? [];
  }, offsetOf(policy.utcOffset));
}

/** By when a ticket of that priority, opened at `from`, is answered first, and solved. */
export function reckonDue(
  policy: DeskPolicy,
  holidays: Holidays,
  priority: Priority,
  from: Date,
): { readonly firstReply: Date; readonly solve: Date } {
  const time = businessTimeOf(policy, holidays, priority);
  const { firstReply, solve } = policy.targets[priority];
  return { firstReply: time.add(from, firstReply * MINUTE_MS), solve: time.add(from, solve * MINUTE_MS) };
}

function offsetOf(utcOffset: string): number {
  const minutes = minutesOf(utcOffset.slice(1));
  return utcOffset.startsWith('-') ? -minutes : minutes;
}
