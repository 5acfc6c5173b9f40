import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';
import type { RateLimiter } from './site-parts.ts';

/** The client of a request, as limits know it. */
export function clientOf(
  c: Pick<Context<AppEnv>, 'env' | 'req'>,
  { rateLimiter }: { readonly rateLimiter?: RateLimiter | undefined },
): string {
  // Without a server around the app, as in tests, there are no bindings, and all requests come from one client.
  const bindings = c.env as AppEnv['Bindings'] | undefined;
  const remote = bindings?.incoming?.socket.remoteAddress ?? '127.0.0.1';
  return rateLimiter?.nameClient(remote, c.req.header('X-Forwarded-For')) ?? remote;
}
