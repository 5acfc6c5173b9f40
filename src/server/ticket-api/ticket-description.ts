import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { LANGUAGES } from '../../core/article/browser.ts';
import { TICKET_RATINGS } from '../../core/ticket/index.ts';
import { EVENT_STREAM, PROBLEM_TYPE, problemSchema, type AppEnv } from '../http/index.ts';
import { TICKETS } from './ticket-answer.ts';
import {
  accessCodeSchema,
  accessSchema,
  judgementSchema,
  replySchema,
  ticketSchema,
} from './ticket-request.ts';

const ONE = `${TICKETS}/{token}`;

/** Describes the addresses of readers' tickets in `/api/openapi.json`. */
export function describeTickets({ openAPIRegistry: registry }: OpenAPIHono<AppEnv>): void {
  const json = (schema: z.ZodType) => ({ required: true, content: { 'application/json': { schema } } });
  const token = z.object({ token: z.string().openapi({ description: 'What the opening gave; a secret.' }) });
  const routes = [
    createRoute({
      method: 'post',
      path: TICKETS,
      summary: 'Ask for help by a person',
      request: { headers: repeatHeader, body: json(ticketSchema) },
      responses: { 201: gives('The ticket, opened by its token alone', openedSchema), ...REFUSALS },
    }),
    createRoute({
      method: 'get',
      path: ONE,
      summary: 'A ticket as its reader sees it',
      request: { params: token },
      responses: { 200: gives('The ticket', viewSchema), ...OWN },
    }),
    createRoute({
      method: 'post',
      path: `${ONE}/messages`,
      summary: 'Write into a ticket',
      request: { params: token, headers: repeatHeader, body: json(replySchema) },
      responses: { 200: gives('The ticket after it', viewSchema), ...REFUSALS, ...OWN },
    }),
    createRoute({
      method: 'post',
      path: `${ONE}/judgement`,
      summary: 'Say whether it is solved, or how it went',
      request: { params: token, body: json(judgementSchema) },
      responses: { 200: gives('The ticket after it', viewSchema), ...REFUSALS, ...OWN },
    }),
    createRoute({
      method: 'get',
      path: `${ONE}/attachments/{id}`,
      summary: 'A file of a ticket',
      request: { params: token.extend({ id: z.string() }) },
      responses: { 200: { description: 'The file; never to be run' }, ...OWN },
    }),
    createRoute({
      method: 'get',
      path: `${ONE}/events`,
      summary: 'Is told when a ticket changes',
      request: { params: token },
      responses: {
        200: {
          description: 'Event `changed`, as often as it may have',
          content: { [EVENT_STREAM]: { schema: z.string() } },
        },
        ...OWN,
      },
    }),
    createRoute({
      method: 'post',
      path: `${TICKETS}/access`,
      summary: 'Ask for a code by mail, when the links of tickets are lost',
      request: { body: json(accessSchema) },
      responses: { 202: { description: 'Sent, if there are tickets of this mailbox' }, ...REFUSALS },
    }),
    createRoute({
      method: 'post',
      path: `${TICKETS}/access/code`,
      summary: 'Fresh links for a code',
      request: { body: json(accessCodeSchema) },
      responses: {
        200: gives('The tickets of the mailbox', z.object({ tickets: z.array(foundSchema) })),
        403: problem('The code is wrong or over'),
        ...REFUSALS,
      },
    }),
    createRoute({
      method: 'get',
      path: '/api/v1/proof',
      summary: 'A challenge (ALTCHA) for a proof of work, good once and for 20 minutes',
      responses: { 200: gives('The challenge', z.object({}).loose()), 503: REFUSALS[503] },
    }),
    createRoute({
      method: 'post',
      path: '/api/v1/attachments',
      summary: 'Send a file before the message that takes it up',
      request: { body: { required: true, content: { 'multipart/form-data': { schema: uploadSchema } } } },
      responses: {
        201: gives('The file as it is kept', fileSchema),
        403: problem('Neither a ticket nor a proof'),
        507: problem('No room at the moment'),
        ...REFUSALS,
      },
    }),
  ];
  for (const route of routes) registry.registerPath(route);
}

const gives = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});
const problem = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: problemSchema } },
});
const openedSchema = z
  .object({
    token: z.string(),
    reference: z.string().openapi({ example: '4829-1736' }),
    url: z.url(),
    covered: z.array(z.string()).optional().openapi({ description: 'Kinds of secrets that were covered.' }),
  })
  .openapi('OpenedTicket');
const fileSchema = z
  .object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.int() })
  .openapi('Attachment');
const messageSchema = z.object({
  id: z.string(),
  from: z.enum(['reader', 'agent', 'system']),
  author: z.string().optional(),
  text: z.string(),
  at: z.iso.datetime(),
  guides: z.array(
    z.object({ id: z.string(), title: z.string(), url: z.string(), solved: z.boolean().optional() }),
  ),
  attachments: z.array(fileSchema.extend({ url: z.string() })),
});
const viewSchema = z
  .object({
    reference: z.string(),
    lang: z.enum(LANGUAGES),
    subject: z.string(),
    status: z.enum(['new', 'open', 'waiting', 'solved']),
    createdAt: z.iso.datetime(),
    answerBy: z.iso.datetime().optional(),
    messages: z.array(messageSchema),
    hasEmail: z.boolean(),
    rating: z.enum(TICKET_RATINGS).optional(),
  })
  .openapi('Ticket');
const foundSchema = z.object({ token: z.string(), reference: z.string(), subject: z.string(), url: z.url() });
const uploadSchema = z.object({
  file: z.string().openapi({ format: 'binary', description: 'PNG, JPEG, WebP, GIF or PDF, up to 10 MB.' }),
  proof: z.string().optional(),
  ticket: z.string().optional().openapi({ description: 'The token of a ticket, in place of a proof.' }),
});
const REFUSALS = {
  400: problem('The body or a header cannot be used'),
  413: problem('The body is too long'),
  415: problem('The body is of another type'),
  422: problem('The Idempotency-Key was used for another request'),
  429: problem('Too many requests'),
  503: problem('The database is away'),
};
const OWN = { 404: problem('The token opens no ticket'), 429: REFUSALS[429], 503: REFUSALS[503] };
const repeatHeader = z.object({
  'Idempotency-Key': z.string().optional().openapi({
    description:
      'Sent again with the same key and body, it is answered and not carried out again. 16–200 characters that nobody can guess.',
  }),
});
