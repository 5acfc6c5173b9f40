import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createRateLimiter } from '../http/index.ts';
import { createApp } from './create-app.ts';
import { fakeParts } from './fake-parts.ts';

describe('every answer', () => {
  it.each([
    '/',
    '/cari/',
    '/healthz',
    '/api/v1/search?q=otp',
    '/api/v1/search',
    '/api/openapi.json',
    '/nothing',
  ])('of %s keeps browsers from running what the site did not mean', async (address) => {
    const { headers } = await createApp(fakeParts()).request(address);
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
    expect(headers.get('X-Request-Id')).toMatch(/^[\w-]{36}$/);
  });

  it.each([
    ['http://localhost:4321', null],
    ['https://bantuan.example.org', expect.stringContaining('max-age=31536000') as unknown],
  ])('asks for https only where the site has it (%s)', async (siteUrl, expected) => {
    const { headers } = await createApp(fakeParts({ siteUrl })).request('/');
    expect(headers.get('Strict-Transport-Security')).toEqual(expected);
  });
});

describe('a file', () => {
  it.each([
    ['text/javascript', '*'],
    ['application/json', '*'],
    ['text/html; charset=utf-8', null],
  ])('of type %s may be read by pages of other sites: %s', async (type, allowed) => {
    const answer = () => Promise.resolve(new Response('x', { headers: { 'Content-Type': type } }));
    const app = createApp(fakeParts({ files: { answer, answerWith: () => Promise.resolve(undefined) } }));
    const { headers } = await app.request('/x');
    expect(headers.get('Access-Control-Allow-Origin')).toBe(allowed);
  });
});

describe('health', () => {
  it('says that the process lives, and whether it takes readers', async () => {
    let isReady = true;
    const app = createApp(fakeParts({ isReady: () => isReady }));
    const statuses = async () => [
      (await app.request('/healthz')).status,
      (await app.request('/readyz')).status,
    ];
    expect(await statuses()).toEqual([200, 200]);
    isReady = false;
    expect(await statuses()).toEqual([200, 503]);
  });

  it('counts requests by kind, without addresses', async () => {
    const app = createApp(fakeParts());
    for (const address of ['/api/v1/search?q=rahasia', '/api/v1/search?q=', '/cari/?q=rahasia', '/g/b2c/']) {
      await app.request(address);
    }
    const text = await (await app.request('/metrics')).text();
    for (const labels of [
      '"api",status="200"',
      '"api",status="400"',
      '"page",status="200"',
      '"permalink",status="302"',
    ]) {
      expect(text).toContain(`pandu_request_seconds_count{route=${labels}} 1`);
    }
    expect(text).not.toContain('rahasia');
  });
});

describe('a permalink', () => {
  it.each([
    ['/g/b2c', '/banking/otp/'],
    ['/g/b2c/', '/banking/otp/'],
    ['/en/g/b2c/', '/en/banking/otp/'],
  ])('%s leads to %s', async (address, target) => {
    const answer = await createApp(fakeParts()).request(address);
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, target]);
  });

  it('with an unknown code leads nowhere', async () => {
    expect((await createApp(fakeParts()).request('/g/zzz/')).status).toBe(404);
  });
});

describe('pages', () => {
  it('are made on request where no file is', async () => {
    const answer = await createApp(fakeParts()).request('/cari/?q=otp');
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/html']);
  });

  it('made on request are kept by no cache, for they hold what a reader typed', async () => {
    const answer = await createApp(fakeParts()).request('/cari/?q=otp');
    expect(answer.headers.get('Cache-Control')).toBe('private, no-cache');
  });

  it.each([
    ['/cari?q=a%20b', 301, '/cari/?q=a%20b'],
    ['/nothing?q=a', 404, null],
    ['//cari', 404, null],
    ['/cari.html', 404, null],
  ])('without the slash at the end (%s) are led to where they are', async (address, status, target) => {
    const answer = await createApp(fakeParts()).request(`http://localhost${address}`);
    expect([answer.status, answer.headers.get('Location')]).toEqual([status, target]);
  });

  it.each([
    ['/nothing/', '/404.html'],
    ['/en/nothing/', '/en/404/'],
    ['/english/', '/404.html'],
  ])('that are none (%s) get the 404 page in the language of the address', async (address, page) => {
    const asked: unknown[] = [];
    const answerWith = (name: string, status: number) => {
      asked.push([name, status]);
      return Promise.resolve(new Response('lost', { status }));
    };
    const files = { answer: () => Promise.resolve(undefined), answerWith };
    const answer = await createApp(fakeParts({ files })).request(address);
    expect([answer.status, asked]).toEqual([404, [[page, 404]]]);
  });

  it('that fail say so in both languages, and log no address', async () => {
    const parts = fakeParts({ renderPage: () => Promise.reject(new Error('broken')) });
    const answer = await createApp(parts).request('/cari/?q=rahasia');
    expect([answer.status, await answer.text()]).toEqual([
      500,
      expect.stringMatching(/Coba lagi[^]*Try again/),
    ]);
    expect(parts.lines.join('')).not.toMatch(/rahasia|cari/);
  });

  it.each(['POST', 'PUT', 'DELETE'])('refuse %s', async (method) => {
    const answer = await createApp(fakeParts()).request('/cari/', { method });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('say which methods there are', async () => {
    const answer = await createApp(fakeParts()).request('/cari/', { method: 'OPTIONS' });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });
});

describe('answers made on request', () => {
  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
  ])('are packed for a client that takes %s', async (accepted, encoding, unpack) => {
    const headers = { 'Accept-Encoding': accepted };
    const answer = await createApp(fakeParts()).request('/api/v1/articles/banking/otp', { headers });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('Content-Encoding')).toBe(encoding);
    expect(answer.headers.get('Content-Length')).toBe(String(bytes.length));
    expect(answer.headers.get('Vary')).toContain('Accept-Encoding');
    expect(JSON.parse(unpack(bytes).toString())).toMatchObject({ id: 'banking/otp' });
  });

  it.each([
    ['a short answer', '/api/v1/search?q=otp', 'br'],
    ['a client that takes nothing', '/api/v1/articles/banking/otp', ''],
    ['a client that takes only what is unknown', '/api/v1/articles/banking/otp', 'zstd'],
  ])('are sent plain for %s', async (_, address, accepted) => {
    const answer = await createApp(fakeParts()).request(address, {
      headers: { 'Accept-Encoding': accepted },
    });
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    expect(await answer.json()).toBeTypeOf('object');
  });
});

describe('a client that asks too fast', () => {
  const limited = () =>
    createApp(fakeParts({ rateLimiter: createRateLimiter({ trustedProxies: [], now: () => 0, burst: 2 }) }));

  it('is told when to come back', async () => {
    const app = limited();
    const ask = () => app.request('/api/v1/search?q=otp');
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const answer = await ask();
    expect(answer.status).toBe(429);
    expect(answer.headers.get('Retry-After')).toBe('1');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await answer.json()).toMatchObject({ status: 429, title: 'Too Many Requests' });
  });

  it('is told so in words on a page', async () => {
    const app = limited();
    for (let i = 0; i < 2; i++) await app.request('/cari/?q=otp');
    const answer = await app.request('/cari/?q=otp');
    expect([answer.status, await answer.text()]).toEqual([429, expect.stringContaining('Tunggu 1 detik')]);
  });

  it('may still ask for health, the API description and preflights', async () => {
    const app = limited();
    for (let i = 0; i < 3; i++) await app.request('/api/v1/search?q=otp');
    const preflight = await app.request('/api/v1/search', { method: 'OPTIONS' });
    const statuses = [
      preflight.status,
      (await app.request('/healthz')).status,
      (await app.request('/api/openapi.json')).status,
    ];
    expect(statuses).toEqual([204, 200, 200]);
  });
});
