import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { clientOf } from './client-of.ts';
import { problemResponse } from './problem.ts';
import type { RateLimiter } from './site-parts.ts';

/** Tells a client that asks too fast when to come back. */
export function limitRate(rateLimiter: RateLimiter | undefined): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const seconds = rateLimiter?.take(clientOf(c, { rateLimiter })) ?? 0;
    if (seconds === 0) return next();
    const headers = { 'Retry-After': String(seconds), 'Cache-Control': 'no-store' };
    const wait = `${seconds} second${seconds === 1 ? '' : 's'}`;
    const detail = `Too many requests from this address. Wait ${wait}, then ask again.`;
    if (c.req.path.startsWith('/api/')) return problemResponse(429, detail, { headers });
    const ofPerson = `Terlalu banyak permintaan dari jaringan ini. Tunggu ${seconds} detik, lalu coba lagi.`;
    return c.text(`${ofPerson}\n${detail}\n`, 429, headers);
  };
}
