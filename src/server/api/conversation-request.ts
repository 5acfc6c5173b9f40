import { z } from '@hono/zod-openapi';
import { LANGUAGES, SECTORS } from '../../core/article/browser.ts';
import { RATINGS } from '../../core/assistant/index.ts';
import type { Deed, Opening } from '../conversation/index.ts';

/** Longer words are cut long before; this only keeps what is read within bounds. */
const LONGEST_TEXT = 100_000;
const LONGEST_CHOICE = 300;
const MOST_TICKED = 50;

const name = z.string().regex(/^[\w./-]{1,120}$/, 'is not a name that this site gives');
const words = z
  .string('is not text')
  .max(LONGEST_TEXT, `is longer than ${LONGEST_TEXT.toLocaleString('en')} characters`);

/** What a conversation begins with. */
export const openingSchema = z
  .object({
    lang: z
      .enum(LANGUAGES, 'is not a language of this site')
      .default(LANGUAGES[0])
      .openapi({ description: 'The language that is answered in.' }),
    text: words
      .optional()
      .openapi({ description: "The reader's words, as typed.", example: 'otp ga masuk2' }),
    sector: z
      .enum(SECTORS, 'is not a sector')
      .optional()
      .openapi({ description: 'The sector of the place that the reader comes from.' }),
    service: name.optional().openapi({ description: 'The slug of the service.', example: 'bca' }),
    article: name.optional().openapi({
      description: 'The guide that did not help; one that does not exist is left out.',
      example: 'banking/otp-not-received',
    }),
    tried: z
      .array(name, 'is not a list')
      .max(MOST_TICKED, 'holds too many steps')
      .optional()
      .openapi({ description: 'Keys of the steps of that guide that were done already.' }),
    conversation: z
      .record(z.string(), z.unknown(), 'is not a conversation')
      .optional()
      .openapi({ description: 'A conversation to take up, as `turns` of an answer gave it.' }),
  })
  .openapi('ConversationOpening');

/** What a reader does: exactly one of these. */
export const messageSchema = z
  .object({
    text: words.optional().openapi({ example: 'masih belum masuk' }),
    answer: z
      .object(
        {
          sign: name,
          value: name.nullable().openapi({ description: 'null: the reader does not know.' }),
        },
        'is not an answer',
      )
      .optional(),
    outcome: z
      .object({ step: name, solved: z.boolean('is neither true nor false') }, 'is not an outcome')
      .optional()
      .openapi({ description: 'How the step went that was given last.' }),
    want: z.literal('human', 'is not "human"').optional(),
    choice: z
      .string('is not text')
      .max(LONGEST_CHOICE, 'is no choice that this site gives')
      .optional()
      .openapi({
        description: 'Any choice of the page, such as "step:<key>:skipped", "back" or "confirm:<problem>".',
      }),
    rating: z.enum(RATINGS, 'is not a rating').optional(),
  })
  .refine((message) => Object.values(message).filter((value) => value !== undefined).length === 1, {
    error: 'holds none or more than one of text, answer, outcome, want, choice, rating',
    path: ['body'],
  })
  .openapi('ConversationMessage');

/** What to send instead, for each part of a body that can be wrong. */
export const BODY_REMEDIES: Readonly<Record<string, string>> = {
  body: 'Send exactly one of them.',
  lang: `Send one of ${LANGUAGES.join(', ')}, or leave it out for ${LANGUAGES[0]}.`,
  text: "Send the reader's words as a string.",
  sector: `Send one of ${SECTORS.join(', ')}, or leave it out.`,
  service: 'Send the slug of a service as /contacts.json has it, or leave it out.',
  article: 'Send the id of a guide, such as banking/otp-not-received, or leave it out.',
  tried: 'Send a list of step keys, or leave it out.',
  conversation: 'Send what `turns` of an answer held, or leave it out.',
  answer:
    'Send {"sign": …, "value": …} from the question of the last answer; value null for "I don\'t know".',
  outcome: 'Send {"step": …, "solved": true or false} with the key of the step of the last answer.',
  want: 'Send "human".',
  choice: 'Send a choice as the page has it, such as "back".',
  rating: `Send one of ${RATINGS.join(', ')}.`,
};

/** The opening that a body asks for. */
export function openingOf(body: z.infer<typeof openingSchema>): Opening {
  const { lang, text, article, conversation, tried, sector, service } = body;
  return {
    lang,
    ...(conversation && { conversation }),
    ...(article !== undefined && { article }),
    from: { ...(tried && { tried }), ...(sector && { sector }), ...(service !== undefined && { service }) },
    deeds: text === undefined ? [] : [{ text }],
  };
}

/** The deed that a message asks for. */
export function deedOf(message: z.infer<typeof messageSchema>): Deed {
  const { text, answer, outcome, want, choice, rating } = message;
  if (text !== undefined) return { text };
  if (answer) {
    const { sign, value } = answer;
    return { choice: value === null ? `unknown:${sign}` : `answer:${sign}:${value}` };
  }
  if (outcome) return { choice: `step:${outcome.step}:${outcome.solved ? 'solved' : 'failed'}` };
  if (want) return { choice: 'person' };
  if (rating) return { choice: `rate:${rating}` };
  return { choice: choice ?? '' };
}
