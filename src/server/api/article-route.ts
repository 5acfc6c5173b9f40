import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { SECTORS, type Article, type Sector } from '../../core/article/browser.ts';
import { PARAMETERS, PROBLEM_TYPE, problemResponse, problemSchema, type AppEnv } from '../http/index.ts';
import type { AppParts } from './app-parts.ts';

const richText = z.object({ text: z.string(), html: z.string() });

/** The fields that readers of the API may count on; the model may grow. */
const articleSchema = z
  .looseObject({
    id: z.string().openapi({ example: 'banking/otp-not-received' }),
    lang: PARAMETERS.lang,
    sector: z.enum(SECTORS),
    slug: z.string(),
    code: z.string().openapi({ description: 'The code of the permalink /g/<code>.' }),
    title: z.string(),
    description: z.string(),
    asks: z.array(z.string()),
    symptoms: z.array(richText),
    steps: z.array(
      z.looseObject({ key: z.string(), minutes: z.number(), action: richText, detail: richText }),
    ),
    ifUnresolved: richText,
    causes: richText,
    prevention: richText,
    risk: z.string(),
    escalate: z.string(),
    related: z.array(z.string()),
    services: z.array(z.string()),
    reviewed: z.string(),
    markdown: z.string(),
  })
  .openapi('Article');

const route = createRoute({
  method: 'get',
  path: '/api/v1/articles/{sector}/{slug}',
  summary: 'One guide, whole',
  request: {
    params: z.object({
      sector: z.string().openapi({ example: 'banking' }),
      slug: z.string().openapi({ example: 'otp-not-received' }),
    }),
    query: z.object({ lang: PARAMETERS.lang }),
  },
  responses: {
    200: { description: 'The guide', content: { 'application/json': { schema: articleSchema } } },
    400: {
      description: 'A parameter cannot be used',
      content: { [PROBLEM_TYPE]: { schema: problemSchema } },
    },
    404: { description: 'No such guide', content: { [PROBLEM_TYPE]: { schema: problemSchema } } },
    429: { description: 'Too many requests', content: { [PROBLEM_TYPE]: { schema: problemSchema } } },
  },
});

const SLUG = /^[a-z0-9-]{1,100}$/;

/** `GET /api/v1/articles/{sector}/{slug}`. */
export function mountArticle(app: OpenAPIHono<AppEnv>, { readArticle }: AppParts): void {
  app.openapi(route, async (c) => {
    const { sector, slug } = c.req.valid('param');
    const { lang } = c.req.valid('query');
    if (!isSector(sector)) {
      const remedy = `The sectors are ${SECTORS.join(', ')}.`;
      return problemResponse(404, `There is no such sector. ${remedy}`, {
        errors: [{ name: 'sector', problem: 'is not a sector', remedy }],
      }) as never;
    }
    const article = SLUG.test(slug) ? await readArticle(lang, `${sector}/${slug}`) : undefined;
    if (!article) {
      const remedy =
        'Ask GET /api/v1/search for the guides that there are; `id` is the part after /articles/.';
      return problemResponse(404, `There is no such guide. ${remedy}`, {
        errors: [{ name: 'slug', problem: 'is not a guide of this sector', remedy }],
      }) as never;
    }
    c.header('Cache-Control', 'public, max-age=0, must-revalidate');
    return c.json(article as Article & z.infer<typeof articleSchema>, 200);
  });
}

function isSector(text: string): text is Sector {
  return (SECTORS as readonly string[]).includes(text);
}
