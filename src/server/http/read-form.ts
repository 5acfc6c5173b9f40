import type { HonoRequest } from 'hono';
import { MOST_FILE_BYTES } from '../attachment/index.ts';
import { problemResponse } from './problem.ts';

/** A form as it was sent. */
export interface SentForm {
  /** A field, or ''. */
  readonly field: (name: string) => string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded'];
const FIELD_BYTES = 262_144;
/** Bytes of forms that this process holds at once; more are asked to come again. */
const MOST_HELD = 160_000_000;

let held = 0;

/**
 * Reads a form with up to `mostFiles` files in the field `file`. Refused in words while it comes: what is of another
 * type, longer than its files may be, or more than this process holds at once.
 */
export async function readForm(
  c: { readonly req: HonoRequest },
  mostFiles: number,
): Promise<SentForm | Response> {
  const type = c.req.header('Content-Type') ?? '';
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!TYPES.includes(kind)) return problemResponse(415, `Send Content-Type: ${TYPES.join(' or ')}.`);
  const most = FIELD_BYTES + (kind === TYPES[0] ? mostFiles * (MOST_FILE_BYTES + 1000) : 0);
  if (Number(c.req.header('Content-Length') ?? 0) > most) return tooLong(most);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = c.req.raw.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const chunk: Uint8Array = part.value;
      if (length + chunk.length > most) return tooLong(most);
      if (held + chunk.length > MOST_HELD) return busy();
      held += chunk.length;
      length += chunk.length;
      chunks.push(chunk);
    }
    const form = await new Response(Buffer.concat(chunks), { headers: { 'Content-Type': type } }).formData();
    return await sentForm(form);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return problemResponse(400, 'The form cannot be read. Send it again, as a browser sends it.');
  } finally {
    held -= length;
  }
}

async function sentForm(form: FormData): Promise<SentForm> {
  const files = form
    .getAll('file')
    .flatMap((one) => (typeof one === 'string' || one.name === '' ? [] : [one]));
  const read = files.map(async (file) => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }));
  return {
    files: await Promise.all(read),
    field(name) {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    },
  };
}

function tooLong(most: number): Response {
  return problemResponse(413, `This is too long. Send at most ${most.toLocaleString('en')} bytes.`, {
    // What is still on its way is not waited for.
    headers: { Connection: 'close' },
  });
}

function busy(): Response {
  return problemResponse(503, 'Too many files come at once. Wait a few seconds, then send it again.', {
    headers: { 'Retry-After': '5', Connection: 'close' },
  });
}
