import type { MiddlewareHandler } from 'hono';
import type { AppEnv, RateLimiter } from './app-parts.ts';
import { problemResponse } from './problem.ts';

/** Tells a client that asks too fast when to come back. */
export function limitRate(limiter: RateLimiter | undefined): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    // Without a server around the app, as in tests, there are no bindings, and all requests come from one client.
    const bindings = c.env as AppEnv['Bindings'] | undefined;
    const remote = bindings?.incoming?.socket.remoteAddress ?? '127.0.0.1';
    const seconds = limiter?.take(limiter.nameClient(remote, c.req.header('X-Forwarded-For'))) ?? 0;
    if (seconds === 0) return next();
    const headers = { 'Retry-After': String(seconds), 'Cache-Control': 'no-store' };
    const wait = `${seconds} second${seconds === 1 ? '' : 's'}`;
    const detail = `Too many requests from this address. Wait ${wait}, then ask again.`;
    if (c.req.path.startsWith('/api/')) return problemResponse(429, detail, { headers });
    const ofPerson = `Terlalu banyak permintaan dari jaringan ini. Tunggu ${seconds} detik, lalu coba lagi.`;
    return c.text(`${ofPerson}\n${detail}\n`, 429, headers);
  };
}
