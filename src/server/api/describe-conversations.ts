import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { EVENT_STREAM, PROBLEM_TYPE, problemSchema, type AppEnv } from '../http/index.ts';
import { answerSchema } from './conversation-answer.ts';
import { messageSchema, openingSchema } from './conversation-request.ts';

export const CONVERSATIONS = '/api/v1/conversations';
const ONE = `${CONVERSATIONS}/{id}`;
const MESSAGES = `${ONE}/messages`;

/** Describes the addresses of conversations in `/api/openapi.json`. */
export function describeConversations({ openAPIRegistry: registry }: OpenAPIHono<AppEnv>): void {
  registry.registerComponent('securitySchemes', 'conversation', {
    type: 'http',
    scheme: 'bearer',
    description: 'The secret of a conversation, as the answer to its creation gave it.',
  });
  const json = (schema: z.ZodType) => ({ required: true, content: { 'application/json': { schema } } });
  const routes = [
    createRoute({
      method: 'post',
      path: CONVERSATIONS,
      summary: 'Begin a conversation',
      request: { headers: repeatHeader, body: json(openingSchema) },
      responses: { 201: spoken('The conversation, with its secret'), ...REFUSALS },
    }),
    createRoute({
      method: 'post',
      path: MESSAGES,
      summary: 'Tell, answer or choose something in a conversation',
      security,
      request: { params: idParameter, headers: repeatHeader, body: json(messageSchema) },
      responses: {
        200: spoken('The conversation after it'),
        ...REFUSALS,
        ...OWN,
        409: problem('Too many messages at once'),
      },
    }),
    createRoute({
      method: 'get',
      path: ONE,
      summary: 'A conversation as it is now',
      security,
      request: { params: idParameter },
      responses: {
        200: { description: 'The conversation', content: { 'application/json': { schema: answerSchema } } },
        ...OWN,
        429: REFUSALS[429],
        503: REFUSALS[503],
      },
    }),
    createRoute({
      method: 'delete',
      path: ONE,
      summary: 'Remove a conversation for good',
      security,
      request: { params: idParameter },
      responses: { 204: { description: 'It is gone' }, ...OWN, 429: REFUSALS[429], 503: REFUSALS[503] },
    }),
  ];
  for (const route of routes) registry.registerPath(route);
}

const problem = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: problemSchema } },
});
const spoken = (description: string) => ({
  description,
  content: {
    'application/json': { schema: answerSchema },
    [EVENT_STREAM]: {
      schema: z.string().openapi({
        description:
          'With Accept: text/event-stream. Events `state` (the whole answer, at once), `sentence` ({text}, only from a model), `reply` ({text, citations, mode}: the one that counts), `done`; `error` (a problem) in their place. The id of each is the revision. A stream that ends without `done` is asked for again with the same Idempotency-Key.',
      }),
    },
  },
});
const REFUSALS = {
  400: problem('The body or a header cannot be used'),
  413: problem('The body is too long'),
  415: problem('The body is of another type'),
  422: problem('The Idempotency-Key was used for another request'),
  429: problem('Too many requests'),
  503: problem('Conversations cannot be kept at the moment'),
};
const OWN = {
  401: problem('The secret is missing'),
  404: problem('No such conversation, or another secret'),
};
const repeatHeader = z.object({
  'Idempotency-Key': z.string().optional().openapi({
    description:
      'Makes the request repeatable: sent again with the same key and body, it is answered and not carried out again. 16–200 characters that nobody can guess, such as a random UUID.',
  }),
});
const idParameter = z.object({ id: z.string() });
const security = [{ conversation: [] }];
