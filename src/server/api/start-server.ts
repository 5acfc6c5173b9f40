import type { Release } from '../release/index.ts';
import type { Settings } from '../settings/index.ts';
import { createApp } from './create-app.ts';
import { listen } from './listen.ts';
import { openRelease, type SearchMeans } from './open-release.ts';
import { createRateLimiter } from './rate-limiter.ts';

export interface RunningServer {
  readonly port: number;
  /** Says on `/readyz` that it stops, ends what is running, and settles. */
  stop(): Promise<void>;
}

/**
 * Serves a release on the port of the settings.
 * @throws {ListenError} when the port cannot be had.
 */
export async function startServer(
  release: Release,
  settings: Settings,
  means: SearchMeans = {},
): Promise<RunningServer> {
  const now = () => performance.now();
  const { siteUrl, rateLimits, trustedProxies } = settings;
  const log = (line: string) => {
    console.error(line);
  };
  let isReady = true;
  const app = createApp({
    ...(await openRelease(release, siteUrl, means, (reason) => {
      log(
        JSON.stringify({
          level: 'warning',
          message: 'Words alone answered a search.',
          reason: String(reason),
        }),
      );
    })),
    siteUrl,
    ...(rateLimits && { rateLimiter: createRateLimiter({ trustedProxies, now }) }),
    isReady: () => isReady,
    now,
    log,
  });
  const listening = await listen((request, env) => app.fetch(request, env), settings);
  return {
    port: listening.port,
    stop() {
      isReady = false;
      return listening.close();
    },
  };
}
