import type { HonoRequest } from 'hono';
import { MOST_FILE_BYTES } from '../attachment/index.ts';
import { problemResponse } from './problem.ts';
import { entriesOf, readPartialForm, type FormEntries } from './read-partial-form.ts';

/** A form as it was sent. */
export interface TakenForm extends FormFields {
  readonly kind: 'taken';
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** A form that is not taken as it is, with the fields that could be read of it all the same. */
export interface RefusedForm extends FormFields {
  readonly kind: 'refused';
  readonly reason: 'too-long' | 'busy' | 'unreadable';
  readonly status: number;
  /** For programs. */
  readonly detail: string;
}

export type SentForm = TakenForm | RefusedForm;

interface FormFields {
  /** A field, or ''. */
  readonly field: (name: string) => string;
  /** All fields but files, in their order. */
  readonly entries: FormEntries;
}

type Refusal = Pick<RefusedForm, 'reason' | 'status' | 'detail'>;

const TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded'];
const FIELD_BYTES = 262_144;
/** Bytes of forms that this process holds at once; more are asked to come again. */
const MOST_HELD = 160_000_000;

let held = 0;

/**
 * Reads a form with up to `mostFiles` files in the field `file`. What is of another type, longer than its files may
 * be, or more than this process holds at once is refused while it comes; the rest of it is not waited for.
 */
export async function readForm(c: { readonly req: HonoRequest }, mostFiles: number): Promise<SentForm> {
  const type = c.req.header('Content-Type') ?? '';
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!TYPES.includes(kind)) return refused(NO_FORM, []);
  const most = FIELD_BYTES + (kind === TYPES[0] ? mostFiles * (MOST_FILE_BYTES + 1000) : 0);
  const declared = Number(c.req.header('Content-Length') ?? 0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  let refusal = declared > most ? tooLong(most) : undefined;
  const reader = c.req.raw.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const chunk: Uint8Array = part.value;
      if (held + chunk.length > MOST_HELD) refusal ??= BUSY;
      else if (length + chunk.length > most) refusal ??= tooLong(most);
      // Of what is refused, the fields that stand before the files are kept for its reader.
      if (refusal && length >= (refusal === BUSY ? 1 : FIELD_BYTES)) break;
      held += chunk.length;
      length += chunk.length;
      chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    const read = refusal ? undefined : await parse(bytes, type);
    if (read) return read;
    return refused(refusal ?? UNREADABLE, await readPartialForm(bytes.subarray(0, FIELD_BYTES), type));
  } finally {
    reader?.releaseLock();
    held -= length;
  }
}

/** The answer to a program; what is still on its way is not waited for. */
export function problemOfForm({ reason, status, detail }: RefusedForm): Response {
  const headers = { Connection: 'close', ...(reason === 'busy' && { 'Retry-After': '5' }) };
  return problemResponse(status, detail, { headers });
}

/** Undefined when a browser would not send it like this. */
async function parse(bytes: Buffer, type: string): Promise<TakenForm | undefined> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } }).formData();
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return undefined;
  }
  const files = form
    .getAll('file')
    .flatMap((one) => (typeof one === 'string' || one.name === '' ? [] : [one]));
  const read = files.map(async (file) => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }));
  return { kind: 'taken', ...fieldsOf(entriesOf(form)), files: await Promise.all(read) };
}

function refused(refusal: Refusal, entries: FormEntries): RefusedForm {
  return { kind: 'refused', ...refusal, ...fieldsOf(entries) };
}

function fieldsOf(entries: FormEntries): FormFields {
  return { entries, field: (name) => entries.find(([known]) => known === name)?.[1] ?? '' };
}

const NO_FORM: Refusal = {
  reason: 'unreadable',
  status: 415,
  detail: `Send Content-Type: ${TYPES.join(' or ')}.`,
};
const UNREADABLE: Refusal = {
  reason: 'unreadable',
  status: 400,
  detail: 'The form cannot be read. Send it again, as a browser sends it.',
};
const BUSY: Refusal = {
  reason: 'busy',
  status: 503,
  detail: 'Too many files come at once. Wait a few seconds, then send it again.',
};

function tooLong(most: number): Refusal {
  const detail = `This is too long. Send at most ${most.toLocaleString('en')} bytes.`;
  return { reason: 'too-long', status: 413, detail };
}
