import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { AppEnv } from '../http/index.ts';
import { createMetrics } from './metrics.ts';
import { mountHealth, type HealthParts } from './mount-health.ts';

const ask = async (address: string, desk?: HealthParts['desk']) => {
  const app = new Hono<AppEnv>();
  const conversations = { isReachable: () => Promise.resolve(true) };
  mountHealth(app, { isReady: () => true, conversations, ...(desk && { desk }) }, createMetrics());
  return app.request(address);
};
const outbox = { count: () => Promise.resolve({ waiting: 3, failed: 1 }) };

test('says how mail goes, each way that there is', async () => {
  const desk: HealthParts['desk'] = { outbox, mail: { sending: () => 'certificate', receiving: () => 'ok' } };
  const text = await (await ask('/metrics', desk)).text();
  expect(text).toContain('pandu_outbox_jobs{state="failed"} 1\n');
  expect(text).toContain('pandu_mail_up{way="sending"} 0\npandu_mail_up{way="receiving"} 1\n');
  expect(await (await ask('/readyz', desk)).json()).toEqual({
    status: 'ok',
    database: 'ok',
    mail: { sending: 'failing', receiving: 'ok' },
  });
});

test('says nothing of mail where there is none', async () => {
  expect(await (await ask('/metrics', { outbox, mail: {} })).text()).not.toContain('pandu_mail');
  expect(await (await ask('/readyz', { outbox, mail: {} })).json()).toEqual({ status: 'ok', database: 'ok' });
  expect(await (await ask('/readyz')).json()).toEqual({ status: 'ok', database: 'ok' });
});
