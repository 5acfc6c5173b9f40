import { STATUS_CODES } from 'node:http';
import { z } from '@hono/zod-openapi';

/** What is wrong with one parameter, and what to send instead. */
const parameterProblemSchema = z.object({
  name: z.string().openapi({ example: 'limit' }),
  problem: z.string().openapi({ example: 'is not a whole number from 1 to 50' }),
  remedy: z.string().openapi({ example: 'Send a whole number from 1 to 50, or leave it out for 10.' }),
});
export type ParameterProblem = z.infer<typeof parameterProblemSchema>;

/** A problem as RFC 9457 writes it. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string().openapi({ example: 'Bad Request' }),
    status: z.int().openapi({ example: 400 }),
    detail: z.string().openapi({ example: 'limit is not a whole number from 1 to 50.' }),
    errors: z.array(parameterProblemSchema).optional(),
  })
  .openapi('Problem');

export const PROBLEM_TYPE = 'application/problem+json';

/** An answer that says what went wrong; `detail` is a sentence for a person. */
export function problemResponse(
  status: number,
  detail: string,
  options: {
    readonly errors?: readonly ParameterProblem[];
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Response {
  const problem = { ...problemBody(status, detail), ...(options.errors && { errors: options.errors }) };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'Cache-Control': 'no-store', ...options.headers, 'Content-Type': PROBLEM_TYPE },
  });
}

/** A problem as JSON, also within an answer that has begun. */
export function problemBody(status: number, detail: string): z.infer<typeof problemSchema> {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail };
}

/** The answer to parameters that cannot be used, all of them named. */
export function badParameters(errors: readonly ParameterProblem[]): Response {
  const detail = errors.map(({ name, problem, remedy }) => `${name} ${problem}. ${remedy}`).join(' ');
  return problemResponse(400, detail, { errors });
}
