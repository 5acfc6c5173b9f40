import { z } from '@hono/zod-openapi';
import { GUIDE_FORMS, OUTCOMES, PRIORITIES } from '../../core/ticket/index.ts';
import { INBOX_VIEWS, LONGEST_TEXT } from '../ticket/index.ts';

const MOST_GUIDES = 12;
const MOST_FILES = 10;

/** A name or id that this server has given. */
const name = z.string().regex(/^[\w./-]{1,120}$/, 'is not a name that this server gives');
const text = z
  .string('is not text')
  .trim()
  .min(1, 'is empty')
  .max(LONGEST_TEXT, `is longer than ${LONGEST_TEXT.toLocaleString('en')} characters`)
  .refine((value) => !value.includes('\u0000') && value.isWellFormed(), 'holds characters that no text has');
const version = z.int('is not a whole number').min(0);

export const replySchema = z.object({
  text,
  version,
  guides: z
    .array(z.object({ problem: name, form: z.enum(GUIDE_FORMS, 'is not a form') }))
    .max(MOST_GUIDES, 'holds too many guides')
    .default([]),
  attachments: z.array(name).max(MOST_FILES, 'holds too many files').default([]),
  status: z.enum(['open', 'waiting'], 'is neither open nor waiting').optional(),
});
export const noteSchema = z.object({ text });
export const assignSchema = z.object({ assignee: name.nullable(), version });
export const prioritySchema = z.object({ priority: z.enum(PRIORITIES, 'is not a priority') });
export const classifySchema = z.object({ problem: name.optional(), service: name.optional() });
export const closeSchema = z.object({
  outcome: z.enum(OUTCOMES, 'is not an outcome'),
  guide: name.optional(),
  version,
});
export const presenceSchema = z.object({ isTyping: z.boolean('is neither true nor false') });
export const macroSchema = z.object({ key: name });
export const guideDraftSchema = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a slug such as otp-not-received')
    .max(80),
  sector: name,
});
export const subjectSchema = z.object({ email: z.email('is not a mailbox').max(254) });
export const emptySchema = z.object({});

export const listQuerySchema = z.object({
  view: z.enum(INBOX_VIEWS, 'is not a view').default('unassigned'),
  text: z.string().max(200, 'is longer than 200 characters').optional(),
  priority: z.enum(PRIORITIES, 'is not a priority').optional(),
  after: z.string().max(500, 'is not what a page before gave').optional(),
  limit: z.coerce.number('is not a whole number from 1 to 100').int().min(1).max(100).optional(),
});
