import { z } from '@hono/zod-openapi';
import { LANGUAGES } from '../../core/article/browser.ts';
import { TICKET_CHANNELS, TICKET_RATINGS } from '../../core/ticket/index.ts';
import { ID_FORM, SECRET_FORM } from '../conversation/index.ts';
import type { Limit } from '../intake/index.ts';
import { LONGEST_TEXT } from '../ticket/index.ts';

/** Messages and judgements of one ticket. */
export const MESSAGES: Limit = { name: 'message', most: 60, seconds: 3600 };
export const LONGEST_SUBJECT = 200;
export const LONGEST_COMMENT = 2000;
export const MOST_FILES = 5;
/** A mailbox as mail programs take it; whether it exists shows when something is sent there. */
export const EMAIL =
  /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[^\s@<>()[\]\\,;:"\p{C}]+\.[^\s@<>()[\]\\,;:"\p{C}.]+$/u;
const LONGEST_EMAIL = 254;
const PHONE = /^[\d+(][\d\s().+-]{3,38}$/;

const words = (most: number) =>
  z
    .string('is not text')
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most.toLocaleString('en')} characters`)
    .refine((text) => !text.includes('\0'), 'holds a NUL character');
const name = z.string('is not text').regex(/^[\w./-]{1,120}$/, 'is not a name that this site gives');
const files = z
  .array(z.string().regex(ID_FORM, 'is not the id of a file'), 'is not a list')
  .max(MOST_FILES, `holds more than ${MOST_FILES} files`)
  .default([])
  .openapi({ description: 'Ids as POST /api/v1/attachments gave them.' });
export const emailSchema = z
  .string('is not text')
  .trim()
  .max(LONGEST_EMAIL, 'is too long for a mailbox')
  .regex(EMAIL, 'is not a mailbox');

/** What a ticket is opened with. */
export const ticketSchema = z
  .object({
    lang: z.enum(LANGUAGES, 'is not a language of this site').default(LANGUAGES[0]),
    subject: words(LONGEST_SUBJECT).openapi({ example: 'OTP tidak masuk' }),
    text: words(LONGEST_TEXT).openapi({
      description:
        'What happened. PIN, OTP, CVV, passwords and card numbers are covered before they are kept.',
    }),
    service: name.optional().openapi({ description: 'The slug of the service.', example: 'bca' }),
    problem: name
      .optional()
      .openapi({ description: 'The id of a guide.', example: 'banking/otp-not-received' }),
    conversation: z
      .string('is not text')
      .regex(ID_FORM, 'is not the id of a conversation')
      .optional()
      .openapi({
        description: 'The conversation that it goes on from; linked only with conversationSecret.',
      }),
    conversationSecret: z
      .string('is not text')
      .regex(SECRET_FORM, 'is not the secret of a conversation')
      .optional(),
    email: emailSchema.optional().openapi({ description: 'Answers come there too.' }),
    phone: z.string('is not text').trim().regex(PHONE, 'is not a phone number').optional(),
    channel: z
      .enum(TICKET_CHANNELS, 'is not a channel')
      .exclude(['mail'])
      .default('api')
      .openapi({ description: 'Where it was written.' }),
    proof: z.string('is not text').max(8000, 'is too long').optional().openapi({
      description:
        'The work for a challenge of GET /api/v1/proof, as ALTCHA writes it (base64). Less is taken without.',
    }),
    attachments: files,
  })
  .openapi('TicketOrder');
export type TicketRequest = z.infer<typeof ticketSchema>;

export const replySchema = z.object({ text: words(LONGEST_TEXT), attachments: files }).openapi('TicketReply');

export const judgementSchema = z
  .object({
    solved: z.boolean('is neither true nor false').optional(),
    guide: name
      .optional()
      .openapi({ description: 'The problem of a guide that was sent, which `solved` is about.' }),
    rating: z.enum(TICKET_RATINGS, 'is not a rating').optional(),
    comment: words(LONGEST_COMMENT).optional(),
  })
  .refine(({ solved, rating }) => solved !== undefined || rating !== undefined, {
    error: 'holds neither solved nor rating',
    path: ['body'],
  })
  .openapi('TicketJudgement');

export const accessSchema = z
  .object({
    email: emailSchema,
    lang: z.enum(LANGUAGES, 'is not a language of this site').default(LANGUAGES[0]),
  })
  .openapi('TicketAccess');
export const accessCodeSchema = z
  .object({
    email: emailSchema,
    code: z
      .string('is not text')
      .trim()
      .regex(/^\d{6}$/, 'is not six digits'),
  })
  .openapi('TicketAccessCode');

/** What to send instead, for each part of a body that can be wrong. */
export const TICKET_REMEDIES: Readonly<Record<string, string>> = {
  body: 'Send at least one of them.',
  lang: `Send one of ${LANGUAGES.join(', ')}, or leave it out for ${LANGUAGES[0]}.`,
  subject: `Send 1 to ${LONGEST_SUBJECT} characters that say what it is about.`,
  text: `Send 1 to ${LONGEST_TEXT.toLocaleString('en')} characters that say what happened.`,
  service: 'Send the slug of a service as /contacts.json has it, or leave it out.',
  problem: 'Send the id of a guide, such as banking/otp-not-received, or leave it out.',
  conversation: 'Send the id of a conversation together with conversationSecret, or leave both out.',
  conversationSecret: 'Send the secret that the conversation was created with, or leave it out.',
  email: 'Send a mailbox such as name@example.org.',
  phone: 'Send digits, spaces and + only, or leave it out.',
  channel: 'Send one of assistant, guide, contact, api, or leave it out.',
  proof: 'Send what a browser made of GET /api/v1/proof, or leave it out.',
  attachments: `Send a list of at most ${MOST_FILES} ids as POST /api/v1/attachments gave them.`,
  solved: 'Send true or false, or leave it out.',
  guide: 'Send the id of a guide that was sent in this ticket, or leave it out.',
  rating: `Send one of ${TICKET_RATINGS.join(', ')}, or leave it out.`,
  comment: `Send 1 to ${LONGEST_COMMENT.toLocaleString('en')} characters, or leave it out.`,
  code: 'Send the six digits of the mail.',
};
