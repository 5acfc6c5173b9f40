import type { z } from '@hono/zod-openapi';
import type { HonoRequest } from 'hono';
import type { Repeatable } from '../conversation/index.ts';
import { badParameters, problemResponse } from './problem.ts';
import { describeIssues } from './query-parameter.ts';
import { readBody } from './read-body.ts';

/** Far more than the longest message that is used, so that a long one is answered and not refused. */
const MOST_BYTES = 262_144;
const REPEAT_KEY = /^[\x21-\x7e]{16,200}$/;

/** The JSON body of a request by its schema, or the answer that says what is wrong with it. */
export async function readJson<Schema extends z.ZodType>(
  { req }: { readonly req: HonoRequest },
  schema: Schema,
  remedies: Readonly<Record<string, string>> = {},
): Promise<z.infer<Schema> | Response> {
  const read = await readBody(req.raw, 'application/json', MOST_BYTES);
  if (read.kind === 'refused') return read.answer;
  let value: unknown;
  try {
    value = JSON.parse(read.text);
  } catch {
    // What the parser says would quote the body.
    return problemResponse(400, 'The body is not JSON. Send one JSON object.');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  return badParameters(
    describeIssues(parsed.error).map((one) => ({
      ...one,
      name: one.name === 'undefined' ? 'body' : one.name,
      remedy: remedies[one.name] ?? 'Send one JSON object, as GET /api/openapi.json describes it.',
    })),
  );
}

/** The Idempotency-Key of a request, which may stand in quotation marks (a structured header). */
export function repeatableOf(
  { req }: { readonly req: HonoRequest },
  body: unknown,
): Repeatable | undefined | Response {
  const key = req.header('Idempotency-Key')?.replace(/^"(.*)"$/, '$1');
  if (key === undefined) return undefined;
  if (REPEAT_KEY.test(key)) return { key, body };
  const remedy = 'Send 16 to 200 visible ASCII characters that nobody can guess, such as a random UUID.';
  return badParameters([{ name: 'Idempotency-Key', problem: 'cannot be used', remedy }]);
}
