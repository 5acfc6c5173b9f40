import type { Context } from 'hono';
import { guidePath, type Language } from '../../core/article/browser.ts';
import { problemResponse, type AppEnv, type PageLocals } from '../http/index.ts';
import type { AppParts } from './app-parts.ts';
import { pageLocals } from './page-locals.ts';
import { DIAGNOSIS_PAGES, readerForm } from './reader-form.ts';

const PERMALINK = /^(\/en)?\/g\/([a-z0-9]+)\/?$/;

/** Leads a permalink to the guide that its code stands for; undefined for any other address. */
export async function answerPermalink(
  c: Context<AppEnv>,
  { resolveCode }: AppParts,
): Promise<Response | undefined> {
  const [, prefix, code] = PERMALINK.exec(c.req.path) ?? [];
  const id = code === undefined ? undefined : await resolveCode(code);
  if (id === undefined) return undefined;
  c.set('route', 'permalink');
  c.header('Cache-Control', 'no-cache');
  return c.redirect(guidePath(id, prefix === undefined ? 'id' : 'en'), 302);
}

/** A page made on request, or the way to it when the slash at the end is missing; undefined where there is none. */
export async function answerPage(c: Context<AppEnv>, parts: AppParts): Promise<Response | undefined> {
  const { renderPage } = parts;
  const isDiagnosis = Object.hasOwn(DIAGNOSIS_PAGES, c.req.path);
  const locals: PageLocals = {
    ...pageLocals(parts),
    ...(isDiagnosis && { form: await readerForm(c.req.raw, parts) }),
  };
  const page = await renderPage(c.req.raw, locals);
  if (page) {
    // It may hold the words of a reader: no cache on the way keeps it.
    if (!page.headers.has('Cache-Control')) page.headers.set('Cache-Control', 'private, no-cache');
    return page;
  }
  const proper = new URL(c.req.url);
  if (!/^\/[^/.][^.]*[^/.]$/.test(proper.pathname)) return undefined;
  proper.pathname += '/';
  const better = await renderPage(new Request(proper, { headers: c.req.raw.headers }), locals);
  return better?.ok ? c.redirect(proper.pathname + proper.search, 301) : undefined;
}

/** The site's own page for an address that leads nowhere, in the language of the address. */
export async function answerNotFound(c: Context<AppEnv>, { files }: AppParts): Promise<Response> {
  const page = NOT_FOUND_PAGES[languageOf(c.req.path)];
  const answer = await files.answerWith(page, 404, c.req.raw);
  return answer ?? c.text('Tidak ada halaman di alamat ini.\nThere is no page at this address.\n', 404);
}

const NOT_FOUND_PAGES: Readonly<Record<Language, string>> = { id: '/404.html', en: '/en/404/' };

/** What a reader gets when a page could not be made. */
export async function answerFault(c: Context<AppEnv>, { files }: AppParts): Promise<Response> {
  const detail = 'Something failed on the server. Nothing that you sent was kept. Try again in a minute.';
  if (c.req.path.startsWith('/api/')) return problemResponse(500, detail);
  const answer = await files.answerWith('/500.html', 500, c.req.raw);
  return answer ?? c.text(`Ada yang gagal di server. Coba lagi sebentar lagi.\n${detail}\n`, 500);
}

/** What follows when the database is away: only what needs it fails, and for a while. */
export function answerWithoutDatabase(c: Context<AppEnv>): Response {
  const detail =
    'Conversations cannot be kept at the moment; the guides and the search go on. Send it again in a few seconds.';
  const headers = { 'Retry-After': '5' };
  if (c.req.path.startsWith('/api/')) return problemResponse(503, detail, { headers });
  const ofPerson = 'Percakapan belum bisa disimpan saat ini. Kembali, lalu coba lagi beberapa detik lagi.';
  return c.text(`${ofPerson}\n${detail}\n`, 503, headers);
}

function languageOf(path: string): Language {
  return /^\/en(\/|$)/.test(path) ? 'en' : 'id';
}
