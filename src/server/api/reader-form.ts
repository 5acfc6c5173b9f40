import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Language } from '../../core/article/browser.ts';
import type { Credentials, Deed } from '../conversation/index.ts';
import { DatabaseGoneError } from '../database/index.ts';
import {
  isSameSite,
  limitRate,
  readForm,
  readReaderCookie,
  refuseForm,
  refuseUnread,
  removeReaderCookie,
  writeReaderCookie,
  type AppEnv,
  type RateLimiter,
} from '../http/index.ts';
import type { AppParts, DiagnosisForm } from './app-parts.ts';
import { pageLocals } from './page-locals.ts';

const BUSY_S = 5;
const REVISION = /^\d{1,4}$/;
/** Says to the page that a cookie was set; without one there, the browser takes none. */
const KEPT = 'kept';

/** The pages of the diagnosis, which answer their own form. */
export const DIAGNOSIS_PAGES: Readonly<Record<string, Language>> = {
  '/diagnosa/': 'id',
  '/en/diagnose/': 'en',
};

/** Takes the form of the diagnosis from readers without scripts. */
export function mountReaderForm(app: OpenAPIHono<AppEnv>, parts: AppParts): void {
  for (const [path, lang] of Object.entries(DIAGNOSIS_PAGES)) {
    const wait = (limiter: RateLimiter | undefined) =>
      limitRate(limiter, (c, seconds) => refuseUnread(c, lang, { reason: 'too-many', status: 429, seconds }));
    app.post(path, wait(parts.rateLimiter), wait(parts.conversationLimits?.step), (c) =>
      takeForm(c, parts, lang),
    );
  }
}

/** What the page of the diagnosis must know of its reader before it is drawn. */
export async function readerForm(request: Request, parts: AppParts): Promise<DiagnosisForm> {
  const own = readReaderCookie(request.headers.get('Cookie'), parts.siteUrl);
  try {
    if (own) {
      const kept = await parts.conversations.read(own);
      return { mayPost: true, ...(kept && { kept }) };
    }
  } catch (fault) {
    if (!(fault instanceof DatabaseGoneError)) throw fault;
    return { mayPost: false };
  }
  // A browser that takes no cookie carries the conversation in the address, as on a site without a database.
  const refused = new URL(request.url).searchParams.has(KEPT);
  return { mayPost: !refused && (await parts.conversations.isReachable()) };
}

/**
 * Carries out what a form asks for in the conversation that the cookie names, and leads to the page, which draws it:
 * nothing of it stands in an address, and loading the page again does nothing again.
 */
async function takeForm(c: Context<AppEnv>, parts: AppParts, lang: Language): Promise<Response> {
  c.set('route', 'form');
  const { siteUrl, conversations } = parts;
  if (!isSameSite(c.req.raw.headers, siteUrl)) {
    return refuseForm(c, lang, { reason: 'elsewhere', status: 403 });
  }
  const sent = await readForm(c, 0);
  if (sent.kind === 'refused') {
    const { reason, status } = sent;
    return refuseForm(c, lang, { reason, status, ...(reason === 'busy' && { seconds: BUSY_S }) }, sent);
  }
  const form = new URLSearchParams(sent.entries.map(([name, value]) => [name, value]));
  const own = readReaderCookie(c.req.header('Cookie') ?? null, siteUrl);
  try {
    if (form.get('do') === 'forget') {
      if (own) await conversations.forget(own);
      return leadTo(c, c.req.path, removeReaderCookie(siteUrl));
    }
    const next = await carryOut(parts, form, lang, own);
    return leadTo(c, `${c.req.path}?${KEPT}=1`, writeReaderCookie(next, siteUrl, parts.conversationDays));
  } catch (fault) {
    if (!(fault instanceof DatabaseGoneError)) throw fault;
    return drawUnkept(c, parts, form);
  }
}

async function carryOut(
  { conversations }: AppParts,
  form: URLSearchParams,
  lang: Language,
  own: Credentials | undefined,
): Promise<Credentials> {
  const deed = deedOf(form);
  const revision = form.get('revision') ?? '';
  if (own && REVISION.test(revision)) {
    const taken = await conversations.take(own, { deed, lang, revision: Number(revision) });
    if (taken.kind !== 'unknown') return own;
  }
  const begun = await conversations.begin({ lang, conversation: carriedBy(form), deeds: [deed] });
  // Only a request with a key can be another one's.
  if (begun.kind !== 'begun') throw new Error('A conversation without a key did not begin.');
  return { id: begun.kept.id, secret: begun.secret };
}

function deedOf(form: URLSearchParams): Deed {
  const choice = form.get('do') ?? 'say';
  if (choice === 'say') return { text: form.get('q') ?? '' };
  return { choice: choice === 'service' ? `service:${form.get('service') ?? ''}` : choice };
}

/** The conversation of a page that was drawn before there was one here. */
function carriedBy(form: URLSearchParams): unknown {
  try {
    return JSON.parse(form.get('s') ?? '');
  } catch {
    // None, or cut off: the conversation begins with what is asked for now.
    return undefined;
  }
}

function leadTo(c: Context<AppEnv>, address: string, cookie: string): Response {
  c.header('Set-Cookie', cookie);
  c.header('Cache-Control', 'no-store');
  return c.redirect(address, 303);
}

/** While nothing can be kept, the page is drawn from the form itself, and carries the conversation on. */
async function drawUnkept(c: Context<AppEnv>, parts: AppParts, form: URLSearchParams): Promise<Response> {
  const request = new Request(c.req.url, { headers: c.req.raw.headers });
  const locals = { ...pageLocals(parts), form: { mayPost: false, posted: form.toString() } };
  const page = await parts.renderPage(request, locals);
  if (!page) return c.notFound();
  page.headers.set('Cache-Control', 'no-store');
  return new Response(page.body, { status: 503, headers: page.headers });
}
