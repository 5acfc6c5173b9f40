import { OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { requestId } from 'hono/request-id';
import { mountAgentApi } from '../agent-api/index.ts';
import { DatabaseGoneError } from '../database/index.ts';
import {
  badParameters,
  checkQueryString,
  compressAnswer,
  describeIssues,
  limitRate,
  problemResponse,
  secureHeaders,
  type AppEnv,
} from '../http/index.ts';
import { mountTicketForms, mountTickets, TICKET_FORM_PATHS, TICKET_METHODS } from '../ticket-api/index.ts';
import {
  answerFault,
  answerNotFound,
  answerPage,
  answerPermalink,
  answerWithoutDatabase,
} from './answer-page.ts';
import type { AppParts } from './app-parts.ts';
import { mountArticle } from './article-route.ts';
import { CONVERSATION_METHODS, mountConversations } from './conversation-routes.ts';
import { agentApiParts, ticketParts } from './desk-parts.ts';
import { createMetrics } from './metrics.ts';
import { mountHealth } from './mount-health.ts';
import { DIAGNOSIS_PAGES, mountReaderForm } from './reader-form.ts';
import { mountSearch } from './search-route.ts';

const READ_METHODS = 'GET, HEAD, OPTIONS';
const FORM_METHODS = 'GET, HEAD, POST, OPTIONS';

/**
 * The whole server as one function from request to answer:
 * headers → health → API → files → pages made on request → the 404 page.
 */
export function createApp(parts: AppParts): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => (result.success ? undefined : badParameters(describeIssues(result.error))),
  });
  const metrics = createMetrics();
  app.use(requestId());
  app.use(async (c, next) => {
    const started = parts.now();
    await next();
    c.res.headers.set('X-Request-Id', c.get('requestId'));
    metrics.record(c.get('route') ?? 'other', c.res.status, parts.now() - started);
  });
  app.use(secureHeaders(parts.siteUrl));
  mountHealth(app, parts, metrics);
  mountApi(app, parts);
  mountAgentApi(app, agentApiParts(parts));
  mountSite(app, parts);
  app.notFound((c) => answerNotFound(c, parts));
  app.onError((error, c) => {
    if (error instanceof DatabaseGoneError) {
      parts.log(
        JSON.stringify({ level: 'error', requestId: c.get('requestId'), error: String(error.cause) }),
      );
      return answerWithoutDatabase(c);
    }
    // The address is left out: it may hold the words of a reader.
    const fault = {
      level: 'error',
      requestId: c.get('requestId'),
      route: c.get('route'),
      error: error.stack,
    };
    parts.log(JSON.stringify(fault));
    return answerFault(c, parts);
  });
  return app;
}

function mountApi(app: OpenAPIHono<AppEnv>, parts: AppParts): void {
  app.use('/api/*', async (c, next) => {
    c.set('route', 'api');
    await next();
    // The guides are public; any page may read them.
    c.res.headers.set('Access-Control-Allow-Origin', '*');
    c.res.headers.set('Access-Control-Expose-Headers', 'Location, Retry-After, X-Request-Id');
  });
  app.use('/api/*', compressAnswer);
  app.on(
    ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    '/api/v1/*',
    limitRate(parts.rateLimiter),
    checkQueryString,
  );
  app.use('/api/v1/articles/*', etag({ weak: true }));
  app.use('/api/openapi.json', etag({ weak: true }));
  mountSearch(app, parts);
  mountArticle(app, parts);
  mountConversations(app, parts);
  const tickets = ticketParts(parts);
  if (tickets) mountTickets(app, tickets);
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Pandu',
      version: '1',
      description: 'Troubleshooting guides, the search that finds them, and conversations that lead to one.',
    },
    servers: [{ url: parts.siteUrl }],
  });
  const methods = { ...API_METHODS, ...(tickets && TICKET_METHODS) };
  for (const [path, allowed] of Object.entries(methods)) refuseOthers(app, path, allowed);
  app.all('/api/*', () =>
    problemResponse(404, 'There is no such address in the API. GET /api/openapi.json lists all there are.'),
  );
}

const API_METHODS: Readonly<Record<string, string>> = {
  '/api/v1/search': READ_METHODS,
  '/api/v1/articles/:sector/:slug': READ_METHODS,
  '/api/openapi.json': READ_METHODS,
  ...CONVERSATION_METHODS,
};
/** Named one by one: for browsers, `*` does not stand for Authorization. */
const API_HEADERS = 'Accept, Authorization, Content-Type, Idempotency-Key, Last-Event-ID';

/** Says at an address of the API which methods there are. */
function refuseOthers(app: OpenAPIHono<AppEnv>, path: string, methods: string): void {
  app.options(path, (c) =>
    c.body(null, 204, {
      Allow: methods,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': API_HEADERS,
      'Access-Control-Max-Age': '86400',
    }),
  );
  app.all(path, (c) =>
    problemResponse(405, `${c.req.method} is not possible here. Use ${methods.split(',')[0] ?? ''}.`, {
      headers: { Allow: methods },
    }),
  );
}

function mountSite(app: OpenAPIHono<AppEnv>, parts: AppParts): void {
  const tickets = ticketParts(parts);
  for (const path of [...Object.keys(DIAGNOSIS_PAGES), ...(tickets ? TICKET_FORM_PATHS : [])]) {
    app.options(path, (c) => c.body(null, 204, { Allow: FORM_METHODS }));
  }
  mountReaderForm(app, parts);
  if (tickets) mountTicketForms(app, tickets);
  app.options('*', (c) => c.body(null, 204, { Allow: READ_METHODS }));
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '*', (c) =>
    problemResponse(405, `${c.req.method} is not possible here. Use GET.`, {
      headers: { Allow: READ_METHODS },
    }),
  );
  // The build has their pages, which are of no use without a desk.
  if (!parts.desk) app.get('/agent/*', (c) => answerNotFound(c, parts));
  app.get('*', async (c, next) => {
    const answer = (await answerPermalink(c, parts)) ?? (await parts.files.answer(c.req.raw));
    if (!answer) return next();
    if (!c.get('route')) c.set('route', 'file');
    // What the widget on a page of another site fetches: scripts and data, the same for every reader.
    if (!isPage(answer)) answer.headers.set('Access-Control-Allow-Origin', '*');
    return answer;
  });
  app.get('*', compressAnswer, limitRate(parts.rateLimiter), async (c) => {
    c.set('route', 'page');
    return (await answerPage(c, parts)) ?? answerNotFound(c, parts);
  });
}

function isPage({ headers }: Response): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') === true;
}
