import { problemResponse } from './problem.ts';

/** A body that was read, or the answer that refuses it. */
export type ReadBody =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'refused'; readonly answer: Response };

/**
 * Reads the body of a request as text, up to a length. What is longer, of another type or not UTF-8 is refused in
 * words; nothing beyond `mostBytes` is ever held.
 */
export async function readBody(request: Request, type: string, mostBytes: number): Promise<ReadBody> {
  const sent = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (sent !== type) {
    const found = sent === '' ? 'The request says no Content-Type.' : 'The Content-Type cannot be used.';
    return refuse(415, `${found} Send Content-Type: ${type}.`, { Accept: type });
  }
  const encoding = request.headers.get('Content-Encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    return refuse(415, 'A packed body cannot be used. Send it without Content-Encoding.', {
      'Accept-Encoding': 'identity',
    });
  }
  const bytes = await readBytes(request, mostBytes);
  if (!bytes) {
    // What is still on its way is not waited for.
    return refuse(413, `The body is too long. Send at most ${mostBytes.toLocaleString('en')} bytes.`, {
      Connection: 'close',
    });
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // The decoder says no more than this.
    return refuse(400, 'The body is not UTF-8. Send it as UTF-8.');
  }
}

function refuse(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): ReadBody {
  return { kind: 'refused', answer: problemResponse(status, detail, { headers }) };
}

/** The bytes of a body; undefined when they are more than `most`. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) return undefined;
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
