import { z } from 'zod';
import { LANGUAGES } from '../../core/article/browser.ts';

/** The style or kind of a query whose line says none. */
const UNSTATED = 'unstated';

const query = z.object({
  q: z.string().min(1),
  lang: z.enum(LANGUAGES),
  style: z.string().min(1).default(UNSTATED),
  problem: z
    .string()
    .regex(/^[a-z-]+\/[a-z0-9-]+$/, 'must be a problem id such as "banking/otp-not-received"'),
});
const strayQuery = z.object({
  q: z.string().min(1),
  lang: z.enum(LANGUAGES),
  kind: z.string().min(1).default(UNSTATED),
});

/** A query with the one problem that it is about, and how it is written. */
export type LabelledQuery = z.infer<typeof query>;
/** A query that no guide should answer. */
export type StrayQuery = z.infer<typeof strayQuery>;

/** An evaluation file is not what it should be; the message lists every wrong line. */
export class EvaluationFileError extends Error {
  override readonly name = 'EvaluationFileError';
}

/** Reads labelled queries, JSON Lines. @throws {EvaluationFileError} */
export function readLabelledQueries(text: string, file: string): LabelledQuery[] {
  return readJsonLines(text, file, query);
}

/** Reads out-of-scope queries, JSON Lines. @throws {EvaluationFileError} */
export function readStrayQueries(text: string, file: string): StrayQuery[] {
  return readJsonLines(text, file, strayQuery);
}

const MOST_REPORTED = 20;

/** Reads JSON Lines of any form. @throws {EvaluationFileError} that lists every wrong line. */
export function readJsonLines<Row>(text: string, file: string, schema: z.ZodType<Row>): Row[] {
  const rows: Row[] = [];
  const problems: string[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const result = schema.safeParse(parseJson(line));
    if (result.success) rows.push(result.data);
    else problems.push(`${file}:${index + 1}: ${result.error.issues.map(describeIssue).join('; ')}`);
  }
  if (problems.length > MOST_REPORTED)
    problems.splice(MOST_REPORTED, Infinity, `… and ${problems.length - MOST_REPORTED} more lines`);
  if (problems.length > 0) throw new EvaluationFileError(problems.join('\n'));
  if (rows.length === 0)
    throw new EvaluationFileError(`${file} has no queries. It must have one JSON object a line.`);
  return rows;
}

/** Undefined for a line that is not JSON: the schema then says what was expected. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  if (path.length === 0) return 'this line is not a JSON object';
  return `"${path.join('.')}": ${message}`;
}
