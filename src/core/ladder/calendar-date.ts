/** A day of the calendar, such as `2026-11-25`; it has no time and no zone. */
export type CalendarDate = string;

/** The day that a text names; undefined when it names none, such as 30 February. */
export function readDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) || write(time) !== text ? undefined : text;
}

/** The day in a time zone at a moment; without a zone, that of this device. */
export function dateAt(moment: Date, timeZone?: string): CalendarDate {
  const parts = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(timeZone !== undefined && { timeZone }),
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The day so many days later; `date` must be one, see {@link readDate}. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return write(Date.parse(date) + days * DAY_MS);
}

/**
 * The last of so many working days, Monday to Friday, of which the first is the one after `date`. Public holidays
 * count as working days: the state names them anew each year, so the real limit is never earlier than this.
 */
export function addWorkingDays(date: CalendarDate, days: number): CalendarDate {
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left--;
  }
  return day;
}

function isWorkingDay(date: CalendarDate): boolean {
  const weekday = new Date(Date.parse(date)).getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY;
}

function write(time: number): CalendarDate {
  return new Date(time).toISOString().slice(0, 10);
}

const SUNDAY = 0;
const SATURDAY = 6;
const DAY_MS = 86_400_000;
