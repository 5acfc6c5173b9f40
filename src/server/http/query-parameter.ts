import { z } from '@hono/zod-openapi';
import { LANGUAGES, SECTORS } from '../../core/article/browser.ts';
import type { ParameterProblem } from './problem.ts';

export const MOST_CHARACTERS = 2_000;
const MOST_RESULTS = 50;

/** What to send instead, for each parameter that can be wrong. */
const REMEDIES: Readonly<Record<string, string>> = {
  q: `Send the reader's words once, as q=…: 1 to ${MOST_CHARACTERS.toLocaleString('en')} characters of UTF-8, percent-encoded.`,
  lang: `Send one of ${LANGUAGES.join(', ')}, or leave it out for ${LANGUAGES[0]}.`,
  sector: `Send one of ${SECTORS.join(', ')}, or leave it out for all.`,
  limit: `Send a whole number from 1 to ${MOST_RESULTS}, or leave it out for 10.`,
};

/** A parameter that stands in the query string at most once. */
function single() {
  return z.string({
    error: ({ input }) => (input === undefined ? 'is missing' : 'is given more than once'),
  });
}

/** The words of a search. Line ends and tabs are fine: people paste whole messages. */
const words = single()
  .refine((text) => !/(?![\t\n\r])\p{Cc}/u.test(text), { error: 'holds a control character', abort: true })
  .refine((text) => !/[\p{Cs}\uFFFD]/u.test(text), {
    error: 'holds a character that was lost on the way',
    abort: true,
  })
  .refine((text) => Array.from(text).length <= MOST_CHARACTERS, {
    error: `is longer than ${MOST_CHARACTERS.toLocaleString('en')} characters`,
    abort: true,
  })
  .refine((text) => text.trim() !== '', 'is empty');

const language = single().pipe(z.enum(LANGUAGES, { error: 'is not a language of this site' }));
const sector = single().pipe(z.enum(SECTORS, { error: 'is not a sector' }));
const limit = single()
  .regex(/^([1-9]|[1-4]\d|50)$/, `is not a whole number from 1 to ${MOST_RESULTS}`)
  .transform(Number);

/** The parameters of the API, as they stand in the query string. */
export const PARAMETERS = {
  q: words.openapi({ description: "The reader's words, as typed.", example: 'otp ga masuk2' }),
  lang: language.default(LANGUAGES[0]).openapi({ description: 'The language of the guides.' }),
  sector: sector.optional().openapi({ description: 'Only guides of this sector.' }),
  limit: limit.optional().openapi({
    description: `How many guides at most, 1–${MOST_RESULTS}; 10 when left out.`,
    type: 'integer',
  }),
};

/** What a failed parse says, one problem a parameter. */
export function describeIssues({ issues }: z.core.$ZodError): ParameterProblem[] {
  const first = new Map<string, ParameterProblem>();
  for (const { path, message } of issues) {
    const name = String(path[0]);
    if (!first.has(name)) first.set(name, { name, problem: message, remedy: remedyOf(name) });
  }
  return [...first.values()];
}

export function remedyOf(name: string): string {
  return REMEDIES[name] ?? 'Send it as UTF-8, percent-encoded.';
}
