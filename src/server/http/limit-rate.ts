import type { Context, MiddlewareHandler } from 'hono';
import { sayWait } from '../../core/ticket/browser.ts';
import type { AppEnv } from './app-env.ts';
import { clientOf } from './client-of.ts';
import { plainPage } from './plain-page.ts';
import { problemResponse } from './problem.ts';
import type { RateLimiter } from './site-parts.ts';

/** Tells a client that asks too fast when to come back; `answer` says it in place of a problem or a plain page. */
export function limitRate(
  rateLimiter: RateLimiter | undefined,
  answer: (c: Context<AppEnv>, seconds: number) => Response | Promise<Response> = answerTooMany,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const seconds = rateLimiter?.take(clientOf(c, { rateLimiter })) ?? 0;
    return seconds === 0 ? next() : answer(c, seconds);
  };
}

const API = /^\/(agent\/)?api\//;

function answerTooMany(c: Context<AppEnv>, seconds: number): Response {
  if (API.test(c.req.path)) {
    const detail = `Too many requests from this address. Wait ${sayWait(seconds, 'en')}, then ask again.`;
    return problemResponse(429, detail, {
      headers: { 'Retry-After': String(seconds), 'Cache-Control': 'no-store' },
    });
  }
  return plainPage({
    status: 429,
    lang: c.req.path.startsWith('/en/') ? 'en' : 'id',
    title: { id: 'Tunggu sebentar', en: 'Wait a moment' },
    text: {
      id: `Terlalu banyak permintaan dari jaringan ini. Tunggu ${sayWait(seconds, 'id')}, lalu coba lagi.`,
      en: `Too many requests came from this network. Wait ${sayWait(seconds, 'en')}, then try again.`,
    },
    seconds,
    path: c.req.path + new URL(c.req.url).search,
  });
}
