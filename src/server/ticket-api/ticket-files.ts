import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { SECRET_FORM } from '../conversation/index.ts';
import {
  badParameters,
  clientOf,
  fileAnswer,
  problemOfForm,
  problemResponse,
  readForm,
  refused,
  type AppEnv,
} from '../http/index.ts';
import type { Limit } from '../intake/index.ts';
import type { TicketThread } from '../ticket/index.ts';
import { TICKETS } from './ticket-answer.ts';
import { HOUR_S, refuseBeyond, waitFor, type TicketParts } from './ticket-parts.ts';

export const ATTACHMENTS = '/api/v1/attachments';
/** Bytes of files of one address. */
const BYTES: Limit = { name: 'attachment-bytes', most: 100_000_000, seconds: HOUR_S };
/** Bytes of the files of one ticket. */
const MOST_OF_TICKET = 50_000_000;

/** Takes files before the message that they belong to, and gives them to whoever has the ticket. */
export function mountTicketFiles(app: OpenAPIHono<AppEnv>, parts: TicketParts): void {
  app.post(ATTACHMENTS, (c) => upload(c, parts));
  app.get(`${TICKETS}/:token/attachments/:id`, async (c) => {
    const token = c.req.param('token');
    const thread = SECRET_FORM.test(token) ? await parts.tickets.readOwn(token) : undefined;
    const isSeen = thread?.messages.some(({ attachments }) =>
      attachments.some(({ id }) => id === c.req.param('id')),
    );
    const file = isSeen && (await parts.attachments.read(thread?.ticket.id ?? '', c.req.param('id')));
    if (file) return fileAnswer(file.info, file.bytes);
    return problemResponse(
      404,
      'There is no such file in this ticket. Use the address as the ticket gives it.',
    );
  });
}

async function upload(c: Context<AppEnv>, parts: TicketParts): Promise<Response> {
  const form = await readForm(c, 1);
  if (form.kind === 'refused') return problemOfForm(form);
  const [file, ...more] = form.files;
  if (!file || more.length > 0) {
    return badParameters([
      { name: 'file', problem: 'is not one file', remedy: 'Send one file in the field file.' },
    ]);
  }
  const token = form.field('ticket');
  if (token !== '') {
    const thread = SECRET_FORM.test(token) ? await parts.tickets.readOwn(token) : undefined;
    if (!thread)
      return problemResponse(
        403,
        'This token opens no ticket. Send the one of the ticket in the field ticket.',
      );
    if (!hasRoom(thread, file.bytes.length)) return refused('full');
  } else if (!(await parts.intake.proofs.spend(form.field('proof')))) {
    const detail =
      'A file needs the field ticket, or a proof of work that was not used yet. Send one made of GET /api/v1/proof.';
    return problemResponse(403, detail);
  }
  const refusal = await refuseBeyond(parts, BYTES, clientOf(c, parts), file.bytes.length);
  if (refusal) return refusal;
  const stored = await parts.attachments.store(file);
  return stored.kind === 'stored' ? c.json(stored.attachment, 201) : refused(stored.reason);
}

/** Seconds to wait before so many bytes of files may come with a form; 0: they may. */
export function waitForBytes(parts: TicketParts, client: string, bytes: number): Promise<number> {
  return waitFor(parts, BYTES, client, bytes);
}

/** Whether a ticket may have so many bytes of files more. */
export function hasRoom(thread: TicketThread, bytes: number): boolean {
  return bytesOf(thread) + bytes <= MOST_OF_TICKET;
}

function bytesOf({ messages }: TicketThread): number {
  return messages.flatMap(({ attachments }) => attachments).reduce((sum, { bytes }) => sum + bytes, 0);
}
