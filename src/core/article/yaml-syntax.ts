import type { YAMLParseError } from 'yaml';
import type { Place, Report } from './content-file.ts';

const REMEDY =
  'Compare with a file beside it: `name: value` on each line, two spaces to indent, and quotes around a text that holds a colon and a space, or begins with one of * & ! @ % > | [ { ` #.';

/** One slip makes the parser stumble many times; after this many places nothing new is said. */
const MAX_PLACES = 5;

/** Reports where a file stops being YAML, in words for writers. */
export function reportSyntax(
  file: string,
  errors: readonly YAMLParseError[],
  at: (offset: number) => Place,
  report: Report,
): void {
  for (const { code, message, pos } of errors.slice(0, MAX_PLACES)) {
    const place = at(pos[0]);
    if (/call stack|stack overflow/i.test(message)) {
      reportSlip(file, place, 'TOO_DEEP', report);
      return;
    }
    if (isSlip(code)) reportSlip(file, place, code, report);
    else {
      const what = (message.split('\n')[0] ?? message).replace(/\.?$/, '.');
      report(file, place, 'yaml-syntax', `This is not valid YAML: ${what}`, REMEDY);
    }
  }
}

/** Reports one of the slips that are known by name. */
export function reportSlip(file: string, place: Place, code: SlipCode, report: Report): void {
  const [problem, remedy] = SLIPS[code];
  report(file, place, 'yaml-syntax', problem, remedy);
}

/** The slips that writers make, by the parser's codes. */
const SLIPS = {
  DUPLICATE_KEY: [
    'This name stands in the same group a second time.',
    'Keep one of the two lines, or join their values.',
  ],
  TAB_AS_INDENT: ['This line is indented with a tab.', 'Indent with two spaces for each level.'],
  MULTIPLE_DOCS: [
    'There is a line --- inside the data.',
    'Delete it: --- only opens and closes front matter.',
  ],
  BAD_ALIAS: [
    'A value here begins with *, which YAML reads as a reference to another place.',
    'Put the text into quotes: "*words".',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'There are two "name:" on one line.',
    'Put the text into quotes when it holds a colon and a space: title: "Gagal: coba lagi". Otherwise begin a new line.',
  ],
  TOO_DEEP: ['Groups are nested here deeper than anything in content/ needs.', REMEDY],
} as const satisfies Readonly<Record<string, readonly [problem: string, remedy: string]>>;

export type SlipCode = keyof typeof SLIPS;

function isSlip(code: string): code is SlipCode {
  return Object.hasOwn(SLIPS, code);
}
