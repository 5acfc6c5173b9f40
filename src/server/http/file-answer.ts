import type { AttachmentInfo, Stored } from '../attachment/index.ts';
import { problemResponse } from './problem.ts';

/** A file with headers by which no browser runs anything of it. */
export function fileAnswer({ name, type }: AttachmentInfo, bytes: Uint8Array): Response {
  // What was not written anew here is never shown inside the site.
  const way = type.startsWith('image/') ? 'inline' : 'attachment';
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const coded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      'Content-Disposition': `${way}; filename="${plain}"; filename*=UTF-8''${coded}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store, no-transform',
    },
  });
}

type Reason = Extract<Stored, { readonly kind: 'refused' }>['reason'];

/** The answer to a file that is not taken. */
export function refused(reason: Reason): Response {
  const { status, problem, remedy } = REFUSALS[reason];
  const errors = [{ name: 'file', problem, remedy }];
  return problemResponse(status, `file ${problem}. ${remedy}`, { errors });
}

const KINDS = 'Send a PNG, JPEG, WebP or GIF image, or a PDF.';
const REFUSALS: Readonly<
  Record<Reason, { readonly status: number; readonly problem: string; readonly remedy: string }>
> = {
  'too-big': { status: 413, problem: 'is larger than 10 MB', remedy: 'Send a smaller one.' },
  type: {
    status: 415,
    problem: 'is by its content of a type that is not taken',
    remedy: `${KINDS} A HEIC photo must be saved as JPEG before.`,
  },
  unreadable: { status: 422, problem: 'cannot be read as what it seems to be', remedy: KINDS },
  empty: { status: 400, problem: 'is empty', remedy: KINDS },
  full: {
    status: 507,
    problem: 'finds no room now',
    remedy: 'Send it without the file, or try again tomorrow.',
  },
};
