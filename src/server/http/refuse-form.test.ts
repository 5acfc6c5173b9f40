import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../core/article/browser.ts';
import type { AppEnv } from './app-env.ts';
import { limitRate } from './limit-rate.ts';
import { refuseForm, refuseUnread, type FormRefusal } from './refuse-form.ts';
import { readForm } from './read-form.ts';

const EVIL = `"><script>alert(1)</script>&'`;

async function refused(
  refusal: FormRefusal,
  fields: Readonly<Record<string, string>>,
  lang: Language = 'id',
): Promise<Response> {
  const app = new Hono<AppEnv>();
  app.post('/tiket/:token/', async (c) => refuseForm(c, lang, refusal, await readForm(c, 5)));
  return app.request('/tiket/x/', { method: 'POST', body: new URLSearchParams(fields) });
}

const TOO_MANY = { reason: 'too-many', status: 429, seconds: 90 } as const;

describe('the page of a refused form', () => {
  test('has what was typed, ready to be sent again, and says when', async () => {
    const answer = await refused(TOO_MANY, { do: 'reply', key: 'k', text: '\nBaris\nlain', email: '' });
    const page = await answer.text();
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '90']);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(page).toContain('<textarea name="text" rows="8">\n\nBaris\nlain</textarea>');
    expect(page).toContain('<input type="hidden" name="do" value="reply">');
    expect(page).toContain('<form method="post" action="/tiket/x/" enctype="multipart/form-data">');
    expect(page.indexOf('Tunggu 90 detik')).toBeLessThan(page.indexOf('Wait 90 seconds'));
  });

  test('begins with the language of its reader', async () => {
    const page = await (await refused(TOO_MANY, {}, 'en')).text();
    expect(page).toMatch(/<html lang="en">[\s\S]*Wait 90 seconds[\s\S]*<div lang="id">/);
  });

  test('runs nothing of what was typed, and styles nothing but its own', async () => {
    const answer = await refused(TOO_MANY, { text: EVIL, [`a${EVIL}`]: EVIL, q: '</textarea><b>' });
    const page = await answer.text();
    expect(page).not.toMatch(/<script|<b>\n|<\/textarea><b>/);
    const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(answer.headers.get('Content-Security-Policy')).toContain(`style-src 'sha256-${hash}'`);
  });

  test('of another site offers nothing to send', async () => {
    const page = await (await refused({ reason: 'elsewhere', status: 403 }, { text: 'Hapus' })).text();
    expect(page).not.toMatch(/<form|Hapus/);
    expect(page).toContain('<a href="/tiket/x/">');
  });

  test('keeps what was typed beside files that nobody read', async () => {
    const app = new Hono<AppEnv>();
    const never = { take: () => 7, nameClient: () => 'a' };
    app.post(
      '/kontak/',
      limitRate(never, (c, seconds) => refuseUnread(c, 'id', { reason: 'too-many', status: 429, seconds })),
    );
    const form = new FormData();
    form.append('do', 'send');
    form.append('text', 'Uang hilang');
    form.append('file', new File([new Uint8Array(3_000_000)], 'a.png'));
    const answer = await app.request('/kontak/', { method: 'POST', body: form });
    const page = await answer.text();
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '7']);
    expect(page).toContain('Uang hilang</textarea>');
    expect(page).toContain('type="file"');
  });
});

test('reaches a browser, which looks at an answer only when all was sent, however slowly', async () => {
  const app = new Hono<AppEnv>();
  app.post('/kontak/', async (c) => {
    const sent = await readForm(c, 0);
    return refuseForm(c, 'id', { reason: 'too-long', status: 413 }, sent);
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const socket = connect(address.port, '127.0.0.1').pause().setEncoding('utf8');
  let answer = '';
  const ended = new Promise<void>((resolve) => {
    socket.on('data', (text) => {
      answer += String(text);
      if (answer.includes('</html>')) resolve();
    });
    for (const end of ['close', 'error']) socket.on(end, resolve);
  });
  const parts = 26;
  const part = 'a'.repeat(50_000);
  const type = 'Content-Type: application/x-www-form-urlencoded';
  socket.write(
    `POST /kontak/ HTTP/1.1\r\nHost: localhost\r\n${type}\r\nContent-Length: ${parts * part.length}\r\n\r\n`,
  );
  for (let count = 0; count < parts; count++) {
    socket.write(count === 0 ? `text=${part.slice(5)}` : part);
    await setTimeout(60);
  }
  socket.resume();
  await ended;
  expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]+aaaa<\/textarea>/);
  socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

test.each([
  ['/api/v1/search', 'application/problem+json', 'Wait 7 seconds'],
  ['/agent/api/me', 'application/problem+json', 'Wait 7 seconds'],
  ['/cari/?q=%22%3E', 'text/html; charset=utf-8', 'Tunggu 7 detik'],
  ['/en/search/', 'text/html; charset=utf-8', 'Wait 7 seconds'],
])('who asks %s too fast is told when to come again', async (address, type, said) => {
  const app = new Hono<AppEnv>();
  app.get('*', limitRate({ take: () => 7, nameClient: () => 'a' }));
  const answer = await app.request(address);
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '7']);
  expect(answer.headers.get('Content-Type')).toBe(type);
  expect(await answer.text()).toContain(said);
});
