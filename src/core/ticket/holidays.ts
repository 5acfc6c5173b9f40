import { z } from 'zod';
import { faultsOf } from './name-faults.ts';

const date = z.iso.date('write a day like 2026-12-25');

const yearSchema = z.strictObject({
  year: z.int().min(2020).max(2100),
  /** What says so: title and number of the decision. */
  decision: z.string().min(1),
  sources: z
    .array(z.strictObject({ url: z.url(), publisher: z.string().min(1), checked: date }))
    .min(1, 'name where the days were read'),
  days: z
    .array(
      z.strictObject({
        date,
        name: z.string().min(1),
        kind: z.enum(['national', 'collective-leave'], 'write national or collective-leave'),
      }),
    )
    .min(1),
});
const fileSchema = z.strictObject({ years: z.array(yearSchema) });

/** Public holidays, year by year; a year that is not decided yet is not there. */
export type Holidays = readonly z.infer<typeof yearSchema>[];

/** The file of holidays does not have its form. */
export class HolidaysError extends Error {
  override readonly name = 'HolidaysError';
}

/**
 * Checks the parsed YAML of the holidays; `file` names it in messages.
 * @throws {HolidaysError} that lists everything wrong, each with its key and what to write.
 */
export function readHolidays(parsed: unknown, file: string): Holidays {
  const result = fileSchema.safeParse(parsed);
  const faults = result.success ? findGaps(result.data.years) : faultsOf(result.error);
  if (!result.success || faults.length > 0) {
    throw new HolidaysError(`${file} is no list of holidays:\n  ${faults.join('\n  ')}`);
  }
  return result.data.years;
}

function findGaps(years: Holidays): string[] {
  const numbers = years.map(({ year }) => year);
  return [
    ...numbers
      .filter((year, place) => numbers.indexOf(year) < place)
      .map((year) => `years: ${year} stands twice; keep one of them`),
    ...years.flatMap(({ year, days }) => [
      ...days
        .filter((day) => !day.date.startsWith(`${year}-`))
        .map((day) => `${year}: ${day.date} is in another year`),
      ...days
        .filter((day, place) => days.findIndex((other) => other.date === day.date) < place)
        .map((day) => `${year}: ${day.date} stands twice; keep one of them`),
    ]),
  ];
}
