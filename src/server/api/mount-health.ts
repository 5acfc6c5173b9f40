import type { Hono } from 'hono';
import { problemResponse, type AppEnv } from '../http/index.ts';
import type { MailState } from '../mail/index.ts';
import type { AppParts } from './app-parts.ts';
import type { AssembledDesk } from './assemble-desk.ts';
import type { Metrics } from './metrics.ts';

/** Whose health is told. */
export interface HealthParts extends Pick<AppParts, 'isReady'> {
  readonly conversations: Pick<AppParts['conversations'], 'isReachable'>;
  readonly desk?: {
    readonly outbox: Pick<AssembledDesk['outbox'], 'count'>;
    readonly mail: AssembledDesk['mail'];
  };
}

/** `/healthz` (the process lives), `/readyz` (send readers here; what of it is away) and `/metrics`. */
export function mountHealth(
  app: Hono<AppEnv>,
  { isReady, conversations, desk }: HealthParts,
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
    const mail = mapMail(desk?.mail ?? {}, (state) => (isWell(state) ? 'ok' : 'failing'));
    return c.json({
      status: isWhole ? 'ok' : 'degraded',
      database: isWhole ? 'ok' : 'away',
      ...(Object.keys(mail).length > 0 && { mail }),
    });
  });
  app.get('/metrics', async (c) => {
    // A database that is away takes nothing else from the counts.
    const jobs = await desk?.outbox.count().catch(() => undefined);
    const text = metrics.print() + (jobs ? printJobs(jobs) : '') + (desk ? printMail(desk.mail) : '');
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

function printMail(mail: AssembledDesk['mail']): string {
  const lines = Object.entries(mapMail(mail, isWell)).map(
    ([way, isUp]) => `pandu_mail_up{way="${way}"} ${isUp ? 1 : 0}`,
  );
  if (lines.length === 0) return '';
  const head = [
    '# HELP pandu_mail_up Whether mail is sent and received; the log says why not.',
    '# TYPE pandu_mail_up gauge',
  ];
  return [...head, ...lines, ''].join('\n');
}

/** What has not been tried yet is well. */
function isWell(state: MailState): boolean {
  return state === 'ok' || state === 'unknown';
}

function mapMail<Told>(
  mail: AssembledDesk['mail'],
  tell: (state: MailState) => Told,
): Readonly<Record<string, Told>> {
  return Object.fromEntries(Object.entries(mail).map(([way, read]) => [way, tell(read())]));
}

async function markUncached(
  c: { set: (key: 'route', value: string) => void; header: (name: string, value: string) => void },
  next: () => Promise<void>,
): Promise<void> {
  c.set('route', 'health');
  c.header('Cache-Control', 'no-store');
  await next();
}
