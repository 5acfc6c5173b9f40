import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { Credentials, KeptConversation } from '../conversation/index.ts';
import {
  EVENT_STREAM,
  limitRate,
  problemResponse,
  readJson,
  repeatableOf,
  type AppEnv,
} from '../http/index.ts';
import type { AppParts } from './app-parts.ts';
import { answerOf } from './conversation-answer.ts';
import { BODY_REMEDIES, deedOf, messageSchema, openingOf, openingSchema } from './conversation-request.ts';
import { CONVERSATIONS as BASE, describeConversations } from './describe-conversations.ts';
import { streamReply } from './stream-reply.ts';

/** The addresses of conversations, and what can be done there. */
export const CONVERSATION_METHODS: Readonly<Record<string, string>> = {
  [BASE]: 'POST, OPTIONS',
  [`${BASE}/:id`]: 'GET, HEAD, DELETE, OPTIONS',
  [`${BASE}/:id/messages`]: 'POST, OPTIONS',
};

/** Begins, continues, reads and removes conversations (`/api/v1/conversations`). */
export function mountConversations(app: OpenAPIHono<AppEnv>, parts: AppParts): void {
  describeConversations(app);
  const markPrivate: MiddlewareHandler<AppEnv> = async (c, next) => {
    c.set('route', 'conversation');
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  };
  app.use(BASE, markPrivate);
  app.use(`${BASE}/*`, markPrivate);
  app.post(BASE, limitRate(parts.conversationLimits?.begin), (c) => begin(c, parts));
  app.post(`${BASE}/:id/messages`, limitRate(parts.conversationLimits?.step), (c) => send(c, parts));
  app.get(`${BASE}/:id`, (c) => read(c, parts));
  app.delete(`${BASE}/:id`, async (c) => {
    const own = credentialsOf(c);
    if (own instanceof Response) return own;
    return (await parts.conversations.forget(own)) ? c.body(null, 204) : notFound();
  });
}

type Handler = (c: Context<AppEnv>, parts: AppParts) => Promise<Response>;

const begin: Handler = async (c, parts) => {
  const body = await readJson(c, openingSchema, BODY_REMEDIES);
  if (body instanceof Response) return body;
  const repeatable = repeatableOf(c, body);
  if (repeatable instanceof Response) return repeatable;
  const begun = await parts.conversations.begin(openingOf(body), repeatable);
  if (begun.kind === 'other-request') return otherRequest();
  c.header('Location', `${BASE}/${begun.kept.id}`);
  return answer(c, parts, begun.kept, { status: 201, secret: begun.secret });
};

const send: Handler = async (c, parts) => {
  const own = credentialsOf(c);
  if (own instanceof Response) return own;
  const body = await readJson(c, messageSchema, BODY_REMEDIES);
  if (body instanceof Response) return body;
  const repeatable = repeatableOf(c, body);
  if (repeatable instanceof Response) return repeatable;
  const taken = await parts.conversations.take(own, { deed: deedOf(body) }, repeatable);
  switch (taken.kind) {
    case 'taken':
      return answer(c, parts, taken.kept, { status: 200, secret: own.secret });
    case 'unknown':
      return notFound();
    case 'other-request':
      return otherRequest();
    case 'busy':
      return problemResponse(
        409,
        'Too many messages came at once, and this one was not taken. Send it again.',
        { headers: { 'Retry-After': '1' } },
      );
  }
};

const read: Handler = async (c, parts) => {
  const own = credentialsOf(c);
  if (own instanceof Response) return own;
  const kept = await parts.conversations.read(own);
  if (!kept) return notFound();
  // What was said before is not worded by a model again.
  return c.json(answerOf({ ...(await parts.voice.look(kept)) }), 200);
};

/** The answer to what a reader did: as events while it is written, or as one piece once it is. */
async function answer(
  c: Context<AppEnv>,
  { voice, conversations, stopping, log }: AppParts,
  kept: KeptConversation,
  { status, secret }: { readonly status: 200 | 201; readonly secret: string },
): Promise<Response> {
  const view = await voice.look(kept);
  const whole = answerOf(view, status === 201 ? secret : undefined);
  const own = { id: kept.id, secret };
  const speak = (signal: AbortSignal) => voice.speak(view, () => conversations.read(own), signal);
  if (c.req.header('Accept')?.includes(EVENT_STREAM)) {
    const report = (fault: unknown) => {
      log(JSON.stringify({ level: 'error', requestId: c.get('requestId'), error: String(fault) }));
    };
    const location = c.res.headers.get('Location');
    return streamReply(whole, speak, { status, stopping, report, ...(location !== null && { location }) });
  }
  for await (const part of speak(c.req.raw.signal)) {
    if (part.kind === 'silenced') return c.json(answerOf(part.view), status);
    if (part.kind === 'reply') return c.json({ ...whole, reply: part.reply }, status);
  }
  return c.json(whole, status);
}

function credentialsOf(c: Context<AppEnv>): Credentials | Response {
  const secret = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (secret !== undefined) return { id: c.req.param('id') ?? '', secret };
  const detail =
    'A conversation is opened by its secret. Send Authorization: Bearer <secret>, as the answer to its creation gave it.';
  return problemResponse(401, detail, { headers: { 'WWW-Authenticate': 'Bearer' } });
}

function notFound(): Response {
  const detail =
    'There is no such conversation, or this is not its secret. Conversations are removed after a time; begin a new one with POST /api/v1/conversations.';
  return problemResponse(404, detail);
}

function otherRequest(): Response {
  return problemResponse(
    422,
    'This Idempotency-Key was used for another request. Send another key with each new request.',
  );
}
