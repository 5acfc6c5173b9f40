import type { Hono } from 'hono';
import { problemResponse, type AppEnv } from '../http/index.ts';
import type { AppParts } from './app-parts.ts';
import type { Metrics } from './metrics.ts';

/** `/healthz` (the process lives), `/readyz` (send readers here; what of it is away) and `/metrics`. */
export function mountHealth(
  app: Hono<AppEnv>,
  { isReady, conversations, desk }: AppParts,
  metrics: Metrics,
): void {
  app.use('/healthz', markUncached);
  app.use('/readyz', markUncached);
  app.use('/metrics', markUncached);
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    if (!isReady()) return problemResponse(503, 'The server is stopping. Send readers to another one.');
    // Without the database the guides and the search go on, so readers are still welcome.
    const isWhole = await conversations.isReachable();
    return c.json({ status: isWhole ? 'ok' : 'degraded', database: isWhole ? 'ok' : 'away' });
  });
  app.get('/metrics', async (c) => {
    // A database that is away takes nothing else from the counts.
    const jobs = await desk?.outbox.count().catch(() => undefined);
    const text = metrics.print() + (jobs ? printJobs(jobs) : '');
    return c.body(text, 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}

function printJobs({ waiting, failed }: { readonly waiting: number; readonly failed: number }): string {
  return [
    '# HELP pandu_outbox_jobs What waits to leave the house, and what was given up.',
    '# TYPE pandu_outbox_jobs gauge',
    `pandu_outbox_jobs{state="waiting"} ${waiting}`,
    `pandu_outbox_jobs{state="failed"} ${failed}`,
    '',
  ].join('\n');
}

async function markUncached(
  c: { set: (key: 'route', value: string) => void; header: (name: string, value: string) => void },
  next: () => Promise<void>,
): Promise<void> {
  c.set('route', 'health');
  c.header('Cache-Control', 'no-store');
  await next();
}
