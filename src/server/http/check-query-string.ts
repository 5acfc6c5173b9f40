import type { MiddlewareHandler } from 'hono';
import { badParameters, type ParameterProblem } from './problem.ts';
import { remedyOf } from './query-parameter.ts';

/**
 * Refuses a query string that is not percent-encoded UTF-8. Without it, bytes that mean nothing (half a
 * character, a lone surrogate, `%zz`) would be searched for as they stand.
 */
export const checkQueryString: MiddlewareHandler = async (c, next) => {
  const problems = findUndecodable(new URL(c.req.url).search);
  if (problems.length > 0) return badParameters(problems);
  return next();
};

function findUndecodable(search: string): ParameterProblem[] {
  const broken = new Set<string>();
  for (const pair of search.slice(1).split('&')) {
    const end = pair.indexOf('=');
    const [name, value] = end < 0 ? [pair, ''] : [pair.slice(0, end), pair.slice(end + 1)];
    if (!isDecodable(name)) broken.add('the query string');
    else if (!isDecodable(value)) broken.add(decodeURIComponent(name));
  }
  return [...broken].map((name) => ({
    name,
    problem: 'is not percent-encoded UTF-8',
    remedy: remedyOf(name),
  }));
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    // What decodeURIComponent throws says no more than this.
    return false;
  }
}
