import { addDays, addWorkingDays, readDate, type CalendarDate } from './calendar-date.ts';
import type { Deadline, Ladder, Limit, LimitUnit, StartEvent } from './ladder.ts';

/** A deadline on the reader's calendar. */
export interface DatedDeadline extends Deadline {
  /** The rung that has to answer, by its key. */
  readonly rung: string;
  /** The last day for an answer. */
  readonly due: CalendarDate;
  /** The last day if it was extended. */
  readonly latest?: CalendarDate;
}

/**
 * The days by which whoever was complained to on `complained` has to answer, in the order of the ladder. Left out is
 * what runs from another day, such as that of a report to somebody else. [] when `complained` is no date.
 * A limit for which papers are needed too is counted as if they were complete on that day.
 */
export function reckonDates(ladder: Ladder, complained: string): readonly DatedDeadline[] {
  const start = readDate(complained);
  if (start === undefined) return [];
  return ladder.rungs.flatMap((rung) =>
    rung.deadlines
      .filter(({ from }) => COUNTED.has(from))
      .map((deadline) => {
        const { limit, extension } = deadline;
        const due = after(start, limit);
        return { ...deadline, rung: rung.key, due, ...(extension && { latest: after(due, extension) }) };
      }),
  );
}

/** A part of a day counts as a whole one: the hour of the complaint is not known. */
const AFTER: Readonly<Record<LimitUnit, (date: CalendarDate, amount: number) => CalendarDate>> = {
  'working-days': addWorkingDays,
  'calendar-days': addDays,
  hours: (date, amount) => addDays(date, Math.ceil(amount / 24)),
};

function after(date: CalendarDate, { amount, unit }: Limit): CalendarDate {
  return AFTER[unit](date, amount);
}

const COUNTED: ReadonlySet<StartEvent> = new Set(['complaint', 'documents']);
