import { businessTimeOf, reckonDue, type DeskRules } from '../../core/ticket/index.ts';
import type { TicketRow } from './ticket-table.ts';

/** Orders behind every moment that can come. */
export const FAR_AWAY = new Date('9999-12-31T00:00:00Z');

/** What the deadlines of a ticket follow from. */
export type DeadlineCause = Pick<TicketRow, 'status' | 'priority' | 'firstRepliedAt'>;

/** The deadlines of a row. */
export type Deadlines = Pick<
  TicketRow,
  | 'firstReplyDue'
  | 'solveDue'
  | 'firstReplyLeft'
  | 'solveLeft'
  | 'firstReplyWarned'
  | 'solveWarned'
  | 'dueAt'
  | 'nextWarningAt'
>;

/** One deadline of a ticket, by the names that events and policy use. */
export const DEADLINE_NAMES = ['firstReply', 'solve'] as const;
export type DeadlineName = (typeof DEADLINE_NAMES)[number];

interface Deadline {
  readonly due: Date | null;
  readonly left: number | null;
  readonly warned: number;
}

const SECOND_MS = 1_000;
const MINUTE_S = 60;

/** The deadlines of a ticket that begins now. */
export function beginDeadlines(cause: DeadlineCause, now: Date, rules: DeskRules): Deadlines {
  const { priority } = cause;
  const target = rules.policy.targets[priority];
  const due = reckonDue(rules.policy, rules.holidays, priority, now);
  const begin = (name: DeadlineName): Deadline =>
    runs(name, cause)
      ? { due: due[name], left: null, warned: 0 }
      : { due: null, left: target[name] * MINUTE_S, warned: 0 };
  return settle(cause, { firstReply: begin('firstReply'), solve: begin('solve') }, now, rules);
}

/**
 * The deadlines after a change. They run while it is the agents' turn; meanwhile what is left of them is kept. Another
 * priority has other targets, of which what has gone by is taken off.
 */
export function moveDeadlines(
  before: DeadlineCause & Deadlines,
  after: DeadlineCause,
  now: Date,
  rules: DeskRules,
): Deadlines {
  const time = businessTimeOf(rules.policy, rules.holidays, before.priority);
  const move = (name: DeadlineName): Deadline => {
    const was = deadlineOf(before, name);
    if (before.priority === after.priority && was.due && runs(name, after)) return was;
    const left = was.due ? Math.round(time.between(now, was.due) / SECOND_MS) : (was.left ?? 0);
    if (before.priority === after.priority) return { due: null, left, warned: was.warned };
    const [old, target] = [before, after].map(
      ({ priority }) => rules.policy.targets[priority][name] * MINUTE_S,
    );
    return { due: null, left: Math.max(0, left + (target ?? 0) - (old ?? 0)), warned: 0 };
  };
  return settle(after, { firstReply: move('firstReply'), solve: move('solve') }, now, rules);
}

/** A deadline of a row. */
export function deadlineOf(row: Deadlines, name: DeadlineName): Deadline {
  return name === 'firstReply'
    ? { due: row.firstReplyDue, left: row.firstReplyLeft, warned: row.firstReplyWarned }
    : { due: row.solveDue, left: row.solveLeft, warned: row.solveWarned };
}

/** When there is something to say about a deadline, by what was said before; undefined when there is nothing more. */
export function warningAt(
  priority: TicketRow['priority'],
  name: DeadlineName,
  { due, warned }: Deadline,
  { policy, holidays }: DeskRules,
): Date | undefined {
  if (!due || warned >= 2) return undefined;
  if (warned === 1) return due;
  const leftMs = policy.targets[priority][name] * policy.warnWhenLeft * MINUTE_S * SECOND_MS;
  return businessTimeOf(policy, holidays, priority).subtract(due, leftMs);
}

/** Lets the deadlines run or stand still, as the ticket demands, and says which is the earliest. */
export function settle(
  cause: DeadlineCause,
  deadlines: Readonly<Record<DeadlineName, Deadline>>,
  now: Date,
  rules: DeskRules,
): Deadlines {
  const time = businessTimeOf(rules.policy, rules.holidays, cause.priority);
  const [firstReply, solve] = DEADLINE_NAMES.map((name): Deadline => {
    const one = deadlines[name];
    if (!runs(name, cause) || one.due) return one;
    return { ...one, due: time.add(now, (one.left ?? 0) * SECOND_MS), left: null };
  });
  const running = { firstReply: firstReply ?? deadlines.firstReply, solve: solve ?? deadlines.solve };
  return {
    firstReplyDue: running.firstReply.due,
    firstReplyLeft: running.firstReply.left,
    firstReplyWarned: running.firstReply.warned,
    solveDue: running.solve.due,
    solveLeft: running.solve.left,
    solveWarned: running.solve.warned,
    dueAt: earliest(DEADLINE_NAMES.map((name) => running[name].due)),
    nextWarningAt: earliest(
      DEADLINE_NAMES.map((name) => warningAt(cause.priority, name, running[name], rules)),
    ),
  };
}

function runs(name: DeadlineName, { status, firstRepliedAt }: DeadlineCause): boolean {
  return (status === 'new' || status === 'open') && (name === 'solve' || firstRepliedAt === null);
}

function earliest(moments: readonly (Date | null | undefined)[]): Date {
  return moments.reduce<Date>((first, one) => (one && one < first ? one : first), FAR_AWAY);
}
