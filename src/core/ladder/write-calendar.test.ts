import { expect, test } from 'vitest';
import fc from 'fast-check';
import { writeCalendar, type CalendarDay } from './write-calendar.ts';

const MADE = new Date('2026-11-25T05:06:07.089Z');
const DAY: CalendarDay = {
  uid: 'pending-written-20261209@pandu',
  date: '2026-12-31',
  title: 'Bank; batas, jawaban',
  text: 'Baris satu\nbaris dua \\ selesai',
};

const unfold = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

test('writes a whole day with a reminder, in the order of RFC 5545', () => {
  expect(unfold(writeCalendar([DAY], MADE))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pandu//Pandu//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:pending-written-20261209@pandu',
    'DTSTAMP:20261125T050607Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Bank\\; batas\\, jawaban',
    'DESCRIPTION:Baris satu\\nbaris dua \\\\ selesai',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Bank\\; batas\\, jawaban',
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test.each([
  ['a line break of any kind', 'a\r\nb\rc\nd', 'a\\nb\\nc\\nd'],
  [
    'a line that would begin another property',
    'x\r\nATTENDEE:mailto:a@example.org',
    'x\\nATTENDEE:mailto:a@example.org',
  ],
  ['control characters', 'a\u0000b\u0007c', 'a b c'],
])('keeps %s inside its text', (_, text, written) => {
  expect(unfold(writeCalendar([{ ...DAY, text }], MADE))).toContain(`DESCRIPTION:${written}`);
});

test('no line is longer than 75 octets, none breaks a character, and unfolding gives the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 0, maxLength: 300 }), (text) => {
      const file = writeCalendar([{ ...DAY, title: text, text }], MADE);
      const octets = new TextEncoder().encode(file);
      const lines = file.split('\r\n');
      expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
      expect(new TextDecoder('utf-8', { fatal: true }).decode(octets)).toBe(file);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const named = unfold(file).filter((line) => line.startsWith('SUMMARY:'));
      expect(named).toHaveLength(1);
    }),
  );
  const long = 'ä€😀'.repeat(40);
  expect(unfold(writeCalendar([{ ...DAY, title: long }], MADE))).toContain(`SUMMARY:${long}`);
  const folded = writeCalendar([{ ...DAY, title: 'x'.repeat(67 + 74 + 5) }], MADE).split('\r\n');
  expect(folded).toContain(`SUMMARY:${'x'.repeat(67)}`);
  // The space counts too.
  expect(folded).toContain(` ${'x'.repeat(74)}`);
  expect(folded).toContain(` ${'x'.repeat(5)}`);
});

test('without days it is an empty calendar', () => {
  expect(writeCalendar([], MADE)).not.toContain('VEVENT');
});
