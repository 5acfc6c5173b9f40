import type { Report } from './content-file.ts';

/** A 12-step list with everything in bold and linked has about 200 marks. */
const MAX_MARKS = 1000;
/** Deeper than any list that a phone could show. */
const MAX_NESTING = 12;

const MARKS = /[*_~`[\]<>&]/g;
const NESTING = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;

/**
 * Whether markdown may be parsed: reports text so full of signs, or nested so deep, that a parser
 * would need minutes or run out of stack. Such text is a pasted table, a log or an attack, never a guide.
 */
export function checkDensity(file: string, text: string, report: Report): boolean {
  let marks = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const place = { line: index + 1, column: 1 };
    const nesting = NESTING.exec(line)?.[0].replaceAll(/[^>*+.)-]/g, '').length ?? 0;
    if (nesting > MAX_NESTING) {
      report(
        file,
        place,
        'nesting',
        `This line is nested ${nesting} levels deep.`,
        'Write one list or quote, not lists within lists. Delete the signs > - * at its start that do not belong to it.',
      );
      return false;
    }
    marks = line.trim() === '' ? 0 : marks + (line.match(MARKS)?.length ?? 0);
    if (marks > MAX_MARKS) {
      report(
        file,
        place,
        'density',
        `This paragraph has more than ${MAX_MARKS.toLocaleString('en')} signs like * _ [ < >, so it is hardly text.`,
        'Keep only the words of the guide here; remove what was pasted by mistake.',
      );
      return false;
    }
  }
  return true;
}
