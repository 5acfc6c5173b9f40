// What a page needs: finding the ladder and reckoning its days. Reading the file stays on the server.
export { dateAt, readDate, type CalendarDate } from './calendar-date.ts';
export { findLadder } from './find-ladder.ts';
export type { Complaint, Deadline, Extension, Ladder, Limit, LimitUnit, Rung, StartEvent } from './ladder.ts';
export { reckonDates, type DatedDeadline } from './reckon-dates.ts';
export { writeCalendar, type CalendarDay } from './write-calendar.ts';
