import { addDays, type CalendarDate } from './calendar-date.ts';

/** A day to remember. */
export interface CalendarDay {
  /** The same for the same day each time, so that a calendar that has it takes it over instead of doubling it. */
  readonly uid: string;
  readonly date: CalendarDate;
  readonly title: string;
  readonly text: string;
}

/**
 * A calendar file of whole days, each with a reminder at nine in the morning (RFC 5545). `made` is when, in UTC.
 * Lines end in CRLF and are folded so that none is longer than 75 octets.
 */
export function writeCalendar(days: readonly CalendarDay[], made: Date): string {
  const stamp = made.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pandu//Pandu//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...days.flatMap(({ uid, date, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${escape(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(date)}`,
      // The day after the last one: an end is not part of an event.
      `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
      `SUMMARY:${escape(title)}`,
      `DESCRIPTION:${escape(text)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escape(title)}`,
      'TRIGGER:PT9H',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

function compact(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

/** RFC 5545, 3.3.11. Other control characters may not stand in a calendar at all. */
function escape(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** RFC 5545, 3.1: never inside a character, which may be up to four octets long. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n ';
      // The space that a folded line begins with.
      octets = 1;
    }
    folded += sign;
    octets += size;
  }
  return folded;
}

const LONGEST_LINE = 75;
