import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from './create-app.ts';
import { fakeParts } from './fake-parts.ts';

const LONGEST = 'o'.repeat(2000);

describe('GET /api/v1/search', () => {
  it('answers by the contract', async () => {
    const answer = await get('/api/v1/search?q=otp+ga+masuk2&lang=en&sector=banking&limit=3');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/);
    const body = await readJson(answer);
    expect(Object.keys(body).sort()).toEqual(['lang', 'mode', 'outOfScope', 'query', 'results', 'tookMs']);
    expect(body).toMatchObject({ query: 'otp ga masuk2', lang: 'en', outOfScope: false });
    expect(Object.keys(hitSchema.parse(body).results[0] ?? {}).sort()).toEqual([
      'confidence',
      'description',
      'id',
      'passage',
      'score',
      'sector',
      'title',
      'url',
    ]);
  });

  it('hands the search what was asked', async () => {
    const parts = fakeParts();
    await createApp(parts).request('/api/v1/search?q=otp&lang=en&sector=banking&limit=3');
    expect(parts.searches).toEqual([{ query: 'otp', lang: 'en', sector: 'banking', limit: 3 }]);
  });

  it('asks in Indonesian, in all sectors, when nothing else is said', async () => {
    const parts = fakeParts();
    await createApp(parts).request('/api/v1/search?q=otp');
    expect(parts.searches).toEqual([{ query: 'otp', lang: 'id' }]);
  });

  it.each([
    ['one letter', 'q=a'],
    ['emoji alone', `q=${encodeURIComponent('😭😭')}`],
    ['a pasted message of several lines', `q=${encodeURIComponent('otp\r\n\tga masuk')}`],
    ['the longest query', `q=${LONGEST}`],
    ['the longest query in characters of four bytes', `q=${encodeURIComponent('😭'.repeat(2000))}`],
    ['an unknown parameter', 'q=otp&utm_source=x'],
    ['an unknown parameter twice', 'q=otp&x=1&x=2'],
    ['markup', `q=${encodeURIComponent('<script>alert(1)</script>')}`],
    ['letters of another script', `q=${encodeURIComponent('密码 كلمة')}`],
    ['limit 1', 'q=otp&limit=1'],
    ['limit 50', 'q=otp&limit=50'],
  ])('answers %s', async (_, query) => {
    expect((await get(`/api/v1/search?${query}`)).status).toBe(200);
  });

  it.each([
    ['no query', '', ['q']],
    ['an empty query', 'q=', ['q']],
    ['only white space', 'q=+%0A%C2%A0', ['q']],
    ['a query that is too long', `q=${LONGEST}o`, ['q']],
    ['ten kilobytes', `q=${'kode '.repeat(2048)}`, ['q']],
    ['the null character', 'q=otp%00', ['q']],
    ['an escape character', 'q=%1B%5B31m', ['q']],
    ['a control character of Latin-1', 'q=%C2%85', ['q']],
    ['a lone surrogate', 'q=%ED%A0%80', ['q']],
    ['a lone surrogate from a browser', 'q=\uD800', ['q']],
    ['half a character', 'q=%C3', ['q']],
    ['a broken percent sign', 'q=100%', ['q']],
    ['a broken name', 'q=otp&%FF=1', ['the query string']],
    ['the query twice', 'q=a&q=b', ['q']],
    ['an unknown language', 'q=otp&lang=fr', ['lang']],
    ['a language in capitals', 'q=otp&lang=ID', ['lang']],
    ['an empty language', 'q=otp&lang=', ['lang']],
    ['two languages', 'q=otp&lang=id&lang=en', ['lang']],
    ['an unknown sector', 'q=otp&sector=fishing', ['sector']],
    ['two sectors', 'q=otp&sector=banking&sector=education', ['sector']],
    ['limit -1', 'q=otp&limit=-1', ['limit']],
    ['limit 0', 'q=otp&limit=0', ['limit']],
    ['limit 51', 'q=otp&limit=51', ['limit']],
    ['limit 1e9', 'q=otp&limit=1e9', ['limit']],
    ['limit 1000000000', 'q=otp&limit=1000000000', ['limit']],
    ['limit 1.5', 'q=otp&limit=1.5', ['limit']],
    ['limit abc', 'q=otp&limit=abc', ['limit']],
    ['limit NaN', 'q=otp&limit=NaN', ['limit']],
    ['an empty limit', 'q=otp&limit=', ['limit']],
    ['two limits', 'q=otp&limit=1&limit=2', ['limit']],
    ['everything wrong at once', 'q=&lang=fr&sector=x&limit=x', ['q', 'lang', 'sector', 'limit']],
  ])('refuses %s and says what to send instead', async (_, query, names) => {
    const problem = await expectProblem(await get(`/api/v1/search?${query}`), 400);
    expect(problem.errors?.map(({ name }) => name)).toEqual(names);
    for (const { problem: what, remedy } of problem.errors ?? []) {
      expect(what).toMatch(/^(is|holds) /);
      expect(remedy).toMatch(/^Send /);
      expect(problem.detail).toContain(remedy);
    }
  });

  it('does not search when it refuses', async () => {
    const parts = fakeParts();
    await createApp(parts).request('/api/v1/search?q=otp%00');
    expect(parts.searches).toEqual([]);
  });

  it('says that it failed, and nothing of why, when the search breaks', async () => {
    const parts = fakeParts({ search: () => Promise.reject(new Error('secret of /srv/pandu')) });
    const answer = await createApp(parts).request('/api/v1/search?q=sandi+rahasia');
    const problem = await expectProblem(answer, 500);
    expect(JSON.stringify(problem)).not.toMatch(/secret|srv/);
    expect(parts.lines).toHaveLength(1);
    expect(parts.lines[0]).toContain(answer.headers.get('X-Request-Id'));
    expect(parts.lines[0]).not.toMatch(/rahasia/);
  });
});

describe('GET /api/v1/articles/{sector}/{slug}', () => {
  it.each([
    ['', 'Kode OTP tidak diterima'],
    ['?lang=en', 'OTP code not received'],
  ])('gives the article model (%s)', async (query, title) => {
    const answer = await get(`/api/v1/articles/banking/otp${query}`);
    expect(answer.status).toBe(200);
    expect(await readJson(answer)).toMatchObject({ id: 'banking/otp', title, steps: [], signs: {} });
  });

  it.each([
    ['an unknown guide', '/api/v1/articles/banking/nothing', 'slug'],
    ['an unknown sector', '/api/v1/articles/fishing/otp', 'sector'],
    ['a path out of the folder', '/api/v1/articles/banking/..%2F..%2Fcodes', 'slug'],
    ['half a character', '/api/v1/articles/banking/%C3', 'slug'],
    ['the null character', '/api/v1/articles/banking/otp%00', 'slug'],
    ['a very long name', `/api/v1/articles/banking/${'x'.repeat(5000)}`, 'slug'],
  ])('has nothing for %s', async (_, address, name) => {
    const problem = await expectProblem(await get(address), 404);
    expect(problem.errors?.map((error) => error.name)).toEqual([name]);
  });

  it('refuses a language that it does not have', async () => {
    await expectProblem(await get('/api/v1/articles/banking/otp?lang=fr'), 400);
  });

  it('need not be sent twice', async () => {
    const app = createApp(fakeParts());
    const first = await app.request('/api/v1/articles/banking/otp');
    const tag = first.headers.get('ETag') ?? '';
    const second = await app.request('/api/v1/articles/banking/otp', { headers: { 'If-None-Match': tag } });
    expect([tag === '', second.status, await second.text()]).toEqual([false, 304, '']);
  });
});

describe('every address of the API', () => {
  const ADDRESSES = ['/api/v1/search?q=otp', '/api/v1/articles/banking/otp', '/api/openapi.json'];

  it.each(
    ADDRESSES.flatMap((address) =>
      ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => [method, address] as const),
    ),
  )('refuses %s %s and says which methods there are', async (method, address) => {
    const answer = await createApp(fakeParts()).request(address, { method });
    await expectProblem(answer, 405);
    expect(answer.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
  });

  it.each(ADDRESSES)('answers HEAD %s without a body', async (address) => {
    const answer = await createApp(fakeParts()).request(address, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(answer.headers.get('Content-Type')).toMatch(/json/);
  });

  it.each(ADDRESSES)('may be read from any page (%s)', async (address) => {
    const headers = { Origin: 'https://example.org' };
    const answer = await createApp(fakeParts()).request(address, { headers });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const preflight = await createApp(fakeParts()).request(address, { method: 'OPTIONS', headers });
    expect([preflight.status, preflight.headers.get('Access-Control-Allow-Origin')]).toEqual([204, '*']);
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('GET');
  });

  it('lets other pages read its problems too', async () => {
    expect((await get('/api/v1/search')).headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it.each(['/api', '/api/', '/api/v1', '/api/v2/search', '/api/v1/nothing', '/api/v1/search/'])(
    'answers %s, which is none, with a problem',
    async (address) => {
      await expectProblem(await get(address), 404);
    },
  );
});

describe('GET /api/openapi.json', () => {
  it.each<[string, string, string[], string[]]>([
    ['get', '/api/v1/search', ['q!', 'lang', 'sector', 'limit'], ['200', '400', '429']],
    ['get', '/api/v1/articles/{sector}/{slug}', ['sector!', 'slug!', 'lang'], ['200', '400', '404', '429']],
    ['post', '/api/v1/conversations', ['Idempotency-Key'], ['201', '400', '413', '415', '422', '429', '503']],
    [
      'post',
      '/api/v1/conversations/{id}/messages',
      ['id!', 'Idempotency-Key'],
      ['200', '400', '401', '404', '409', '413', '415', '422', '429', '503'],
    ],
    ['get', '/api/v1/conversations/{id}', ['id!'], ['200', '401', '404', '429', '503']],
    ['delete', '/api/v1/conversations/{id}', ['id!'], ['204', '401', '404', '429', '503']],
  ])('describes %s %s with its parameters and problems', async (method, path, parameters, statuses) => {
    const { paths } = openApiSchema.parse(await readJson(await get('/api/openapi.json')));
    expect(Object.keys(paths)).toHaveLength(5);
    const call = paths[path]?.[method];
    expect(call?.parameters?.map(({ name, required }) => (required ? `${name}!` : name))).toEqual(parameters);
    expect(Object.keys(call?.responses ?? {})).toEqual(statuses);
  });
});

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().min(10),
  errors: z.array(z.object({ name: z.string(), problem: z.string(), remedy: z.string() })).optional(),
});

const hitSchema = z.object({ results: z.array(z.looseObject({ id: z.string() })) });

const openApiSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z.array(z.object({ name: z.string(), required: z.boolean().optional() })).optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
});

function get(address: string): Promise<Response> {
  return Promise.resolve(createApp(fakeParts()).request(address));
}

async function readJson(answer: Response): Promise<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(await answer.json());
}

async function expectProblem(answer: Response, status: number): Promise<z.infer<typeof problemSchema>> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  const problem = problemSchema.parse(await answer.json());
  expect(problem.status).toBe(status);
  return problem;
}
