import { z } from '@hono/zod-openapi';
import { LANGUAGES } from '../../core/article/browser.ts';
import { STATUSES, summarise, writePacket, type Move } from '../../core/assistant/index.ts';
import type { ConversationView } from '../conversation/index.ts';

const citation = z.object({
  id: z.string().openapi({ example: 'banking/otp-not-received' }),
  url: z.string(),
  anchor: z.string().openapi({ description: "Where on the guide's page; '' is the top." }),
});
const mode = z
  .enum(['extractive', 'model'])
  .openapi({ description: 'Who chooses the words: the guides alone, or a language model within them.' });

/** A reply as it is said; `[1]` in the text counts `citations` from 1. */
export const replySchema = z
  .object({ text: z.string(), citations: z.array(citation).readonly(), mode })
  .openapi('ConversationReply');

/** The whole answer of a conversation. */
export const answerSchema = z
  .object({
    id: z.string(),
    secret: z
      .string()
      .optional()
      .openapi({ description: 'Opens the conversation; only the answer that creates it has one.' }),
    lang: z.enum(LANGUAGES),
    revision: z.int().openapi({ description: 'The number of turns so far.' }),
    state: z.string().openapi({ example: 'question' }),
    status: z.string().openapi({
      description: 'The name of what is said: a named status, else the state.',
      example: 'question',
    }),
    notice: z.enum(STATUSES).optional().openapi({ description: 'What is said to the last message first.' }),
    urgent: z
      .boolean()
      .openapi({ description: 'Somebody is in danger now: lead to the urgent steps at once.' }),
    solved: z.boolean().openapi({ description: 'The reader has said so.' }),
    mode,
    reply: replySchema,
    question: z
      .object({
        sign: z.string(),
        text: z.string(),
        how: z.string().optional(),
        answers: z.array(z.object({ value: z.string(), text: z.string() })),
        why: z.string(),
      })
      .optional(),
    steps: z
      .array(
        z.object({
          step: z.string(),
          problem: z.string(),
          action: z.string(),
          detail: z.string(),
          minutes: z.number(),
          number: z.int(),
          of: z.int(),
        }),
      )
      .optional()
      .openapi({ description: 'The step to try now; the next one comes with its outcome.' }),
    candidates: z.array(z.object({ id: z.string(), probability: z.number() })),
    escalation: z
      .object({
        reason: z.string(),
        isOffered: z.boolean(),
        channels: z.array(z.string()),
        subject: z.string(),
        summary: z.string(),
        opening: z.string(),
        brief: z.string().openapi({
          description: 'For the agent, in four lines: problem, what was tried, what the reader wants, mood.',
        }),
      })
      .optional()
      .openapi({
        description: 'The story for whoever takes over, and the ways to a person, the best first.',
      }),
    turns: z
      .looseObject({ turns: z.array(z.looseObject({ kind: z.string() })) })
      .openapi({ description: 'The conversation as it is kept, for a browser to take up.' }),
  })
  .openapi('Conversation');

export type ConversationAnswer = z.infer<typeof answerSchema>;

/** A conversation as the API tells it. */
export function answerOf(view: ConversationView, secret?: string): ConversationAnswer {
  const { kept, move, candidates, reply, mode: wordedBy } = view;
  const { id, lang, conversation, notice } = kept;
  const status = 'status' in move ? move.status : undefined;
  return {
    id,
    ...(secret !== undefined && { secret }),
    lang,
    revision: conversation.turns.length,
    state: move.state,
    status: notice ?? status ?? move.state,
    ...(notice && { notice }),
    urgent: move.state === 'urgent',
    solved: move.state === 'solved',
    mode: wordedBy,
    reply,
    ...(move.state === 'question' && { question: questionOf(view, move) }),
    ...(move.state === 'step' && { steps: [stepOf(view, move)] }),
    candidates: candidates.map(({ id: problem, probability }) => ({ id: problem, probability })),
    ...(move.state === 'handoff' && { escalation: escalationOf(view, move) }),
    turns: conversation as ConversationAnswer['turns'],
  };
}

function questionOf(
  { kept: { lang } }: ConversationView,
  { question }: Extract<Move, { state: 'question' }>,
) {
  const { sign, why } = question;
  return {
    sign: sign.id,
    text: sign.ask[lang],
    ...(sign.how && { how: sign.how[lang] }),
    answers: Object.entries(sign.answers).map(([value, label]) => ({ value, text: label[lang] })),
    why: why[lang],
  };
}

function stepOf(
  { wording: { articles } }: ConversationView,
  { problem, choice, number, of }: Extract<Move, { state: 'step' }>,
) {
  const { key, minutes } = choice.step;
  const step = articles.find(({ id }) => id === problem)?.steps.find((one) => one.key === key);
  return {
    step: key,
    problem,
    action: step?.action.text ?? '',
    detail: step?.detail.text ?? '',
    minutes,
    number,
    of,
  };
}

function escalationOf(
  { kept: { conversation, lang }, knowledge, wording: { articles } }: ConversationView,
  { reason, isOffered, channels }: Extract<Move, { state: 'handoff' }>,
) {
  const parts = {
    lang,
    ...(conversation.service !== undefined && { service: conversation.service }),
    actionOf: (problem: string, key: string) =>
      articles.find(({ id }) => id === problem)?.steps.find((step) => step.key === key)?.action.text ?? '',
  };
  const { subject, text, opening } = writePacket(knowledge.model, conversation, parts);
  const { text: brief } = summarise(knowledge.model, conversation, parts);
  return { reason, isOffered, channels: [...channels], subject, summary: text, opening, brief };
}
