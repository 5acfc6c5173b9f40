import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { LANGUAGES, SECTORS } from '../../core/article/browser.ts';
import { PARAMETERS, PROBLEM_TYPE, problemSchema, type AppEnv } from '../http/index.ts';
import type { AppParts } from './app-parts.ts';

const hitSchema = z
  .object({
    id: z.string().openapi({ example: 'banking/otp-not-received' }),
    url: z.string().openapi({ example: '/banking/otp-not-received/' }),
    title: z.string(),
    description: z.string(),
    sector: z.enum(SECTORS),
    score: z.number().openapi({ description: 'The ranking score; comparable within one answer only.' }),
    confidence: z.number().openapi({ description: "Probability that this is the reader's problem, 0–1." }),
    passage: z.object({
      text: z.string(),
      anchor: z
        .string()
        .openapi({ description: "Where the passage stands on the guide's page; '' is the top." }),
      marks: z
        .array(z.tuple([z.int(), z.int()]).readonly())
        .readonly()
        .openapi({ description: '[start, end) of each word that matched, as UTF-16 offsets into `text`.' }),
    }),
  })
  .openapi('Hit');

const answerSchema = z
  .object({
    query: z.string(),
    lang: z.enum(LANGUAGES),
    tookMs: z.number(),
    mode: z.enum(['lexical', 'fused']).openapi({ description: 'Words alone, or words and meaning.' }),
    outOfScope: z
      .boolean()
      .openapi({ description: 'True when probably no guide fits; results are the nearest then.' }),
    results: z.array(hitSchema).readonly(),
  })
  .openapi('SearchAnswer');

const route = createRoute({
  method: 'get',
  path: '/api/v1/search',
  summary: 'Find the guides for a problem told in plain words',
  request: {
    query: z.object({
      q: PARAMETERS.q,
      lang: PARAMETERS.lang,
      sector: PARAMETERS.sector,
      limit: PARAMETERS.limit,
    }),
  },
  responses: {
    200: {
      description: 'Guides, the likeliest first',
      content: { 'application/json': { schema: answerSchema } },
    },
    400: {
      description: 'A parameter cannot be used',
      content: { [PROBLEM_TYPE]: { schema: problemSchema } },
    },
    429: { description: 'Too many requests', content: { [PROBLEM_TYPE]: { schema: problemSchema } } },
  },
});

/** `GET /api/v1/search`. */
export function mountSearch(app: OpenAPIHono<AppEnv>, { search, now }: AppParts): void {
  app.openapi(route, async (c) => {
    const { q: query, lang, sector, limit } = c.req.valid('query');
    const started = now();
    const found = await search({ query, lang, ...(sector && { sector }), ...(limit && { limit }) });
    const tookMs = Math.round((now() - started) * 10) / 10;
    c.header('Cache-Control', 'public, max-age=60');
    const { mode, outOfScope, results } = found;
    return c.json({ query, lang, tookMs, mode, outOfScope, results }, 200);
  });
}
