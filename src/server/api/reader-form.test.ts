import { describe, expect, it } from 'vitest';
import type { PageLocals } from '../http/index.ts';
import type { AppParts } from './app-parts.ts';
import { createApp } from './create-app.ts';
import { fakeParts, type FakeParts } from './fake-parts.ts';

type Fields = Readonly<Record<string, string>>;

/** A browser without scripts: sends forms, follows to the page, and keeps the cookie. */
function visitor(parts: FakeParts, site = 'http://localhost:4321') {
  const app = createApp(parts);
  let cookie: string | undefined;
  const ask = async (address: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookie !== undefined) headers.set('Cookie', `other=1; ${cookie}`);
    const answer = await app.request(site + address, { ...init, headers });
    const [pair = ''] = answer.headers.get('Set-Cookie')?.split(';') ?? [];
    if (pair !== '') cookie = pair.endsWith('=') ? undefined : pair;
    return answer;
  };
  const post = (fields: Fields, page = '/diagnosa/', headers: Record<string, string> = {}) =>
    ask(page, { method: 'POST', body: new URLSearchParams(fields), headers });
  return { ask, post, cookie: () => cookie };
}

/** Parts whose page shows what it is told. */
function partsWithPage(changes: Partial<AppParts> = {}): FakeParts & { drawn: PageLocals[] } {
  const drawn: PageLocals[] = [];
  const renderPage: AppParts['renderPage'] = (request, locals) => {
    if (!/^\/(diagnosa|en\/diagnose)\/$/.test(new URL(request.url).pathname))
      return Promise.resolve(undefined);
    drawn.push(locals);
    return Promise.resolve(new Response('page', { headers: { 'Content-Type': 'text/html' } }));
  };
  return { ...fakeParts({ renderPage, ...changes }), drawn };
}

/** Opens the page, and gives the turns and notice that it is told to draw. */
async function drawnBy(parts: FakeParts & { drawn: PageLocals[] }, { ask }: ReturnType<typeof visitor>) {
  await ask('/diagnosa/?kept=1');
  const kept = parts.drawn.at(-1)?.form?.kept;
  return { kinds: kept?.conversation.turns.map(({ kind }) => kind), notice: kept?.notice };
}

describe('the form of the diagnosis, without scripts,', () => {
  it('is carried out in a conversation that the page then draws; no word of it stands in an address', async () => {
    const parts = partsWithPage();
    const reader = visitor(parts);
    const answer = await reader.post({ do: 'say', q: 'transfer belum masuk' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/diagnosa/?kept=1']);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect((await drawnBy(parts, reader)).kinds).toEqual(['said']);
    await reader.post({ do: 'answer:status:success', revision: '1' });
    await reader.post({ do: 'person', revision: '2' }, '/en/diagnose/');
    expect((await drawnBy(parts, reader)).kinds).toEqual(['said', 'answered', 'person']);
    expect([...parts.store.rows.values()].map(({ lang }) => lang)).toEqual(['en']);
    expect(parts.drawn.at(-1)?.form?.mayPost).toBe(true);
  });

  it('survives another process, and a second window of the browser', async () => {
    const parts = partsWithPage();
    const reader = visitor(parts);
    await reader.post({ do: 'say', q: 'transfer belum masuk' });
    const again = visitor({ ...parts });
    await again.ask('/diagnosa/', { headers: { Cookie: reader.cookie() ?? '' } });
    expect(parts.drawn.at(-1)?.form?.kept?.conversation.turns).toHaveLength(1);
  });

  it('changes nothing when it is sent twice', async () => {
    const parts = partsWithPage();
    const reader = visitor(parts);
    await reader.post({ do: 'say', q: 'transfer belum masuk' });
    for (let times = 0; times < 2; times++)
      await reader.post({ do: 'confirm:banking/arrived', revision: '1' });
    for (let times = 0; times < 2; times++) await reader.post({ do: 'step:wait:failed', revision: '2' });
    expect((await drawnBy(parts, reader)).kinds).toEqual(['said', 'confirmed', 'tried']);
    for (let times = 0; times < 2; times++) await reader.post({ do: 'back', revision: '3' });
    expect((await drawnBy(parts, reader)).kinds).toEqual(['said', 'confirmed']);
  });

  it('goes on from the page that the reader went back to', async () => {
    const parts = partsWithPage();
    const reader = visitor(parts);
    await reader.post({ do: 'say', q: 'transfer belum masuk' });
    await reader.post({ do: 'confirm:banking/arrived', revision: '1' });
    await reader.post({ do: 'step:wait:failed', revision: '2' });
    await reader.post({ do: 'person', revision: '1' });
    expect((await drawnBy(parts, reader)).kinds).toEqual(['said', 'person']);
  });

  it('keeps a secret out, and the page says why', async () => {
    const parts = partsWithPage();
    const reader = visitor(parts);
    await reader.post({ do: 'say', q: 'kode otp saya 482913' });
    expect(await drawnBy(parts, reader)).toEqual({ kinds: [], notice: 'blocked-secret' });
    expect(JSON.stringify([...parts.store.rows.values()])).not.toContain('482913');
  });

  it('takes up what the page carried when it was drawn without a conversation', async () => {
    const parts = partsWithPage();
    const reader = visitor(parts);
    const s = JSON.stringify({ turns: [{ kind: 'said', text: 'dari tautan' }] });
    await reader.post({ s, do: 'person' });
    expect((await drawnBy(parts, reader)).kinds).toEqual(['said', 'person']);
  });

  it('begins anew when its conversation is gone', async () => {
    const parts = partsWithPage();
    const reader = visitor(parts);
    await reader.post({ do: 'say', q: 'transfer belum masuk' });
    parts.store.rows.clear();
    expect(await drawnBy(parts, reader)).toEqual({ kinds: undefined, notice: undefined });
    await reader.post({ do: 'say', q: 'masih belum masuk', revision: '1' });
    expect((await drawnBy(parts, reader)).kinds).toEqual(['said']);
  });

  it('lets the server forget', async () => {
    const parts = partsWithPage();
    const reader = visitor(parts);
    await reader.post({ do: 'say', q: 'transfer belum masuk' });
    const answer = await reader.post({ do: 'forget', revision: '1' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/diagnosa/']);
    expect(answer.headers.get('Set-Cookie')).toMatch(/=; .*Max-Age=0/);
    expect([parts.store.rows.size, reader.cookie()]).toEqual([0, undefined]);
  });

  it.each([
    [
      'http://localhost:4321',
      /^pandu-conversation=[\w-]{22}\.[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/,
    ],
    [
      'https://bantuan.example.org',
      /^__Host-pandu-conversation=\S+; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/,
    ],
  ])('sets a cookie on %s that scripts and other sites never get', async (siteUrl, form) => {
    const answer = await visitor(partsWithPage({ siteUrl }), siteUrl).post({ q: 'transfer belum masuk' });
    expect(answer.headers.get('Set-Cookie')).toMatch(form);
  });

  it.each([
    ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a host of the same domain', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['another origin', { Origin: 'https://evil.example.org' }, 403],
    ['an origin that hides itself', { Origin: 'null' }, 403],
    ['this site', { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost:4321' }, 303],
    ['this origin', { Origin: 'http://localhost:4321' }, 303],
    ['the host that the reader sees', { Origin: 'http://127.0.0.1:4321', Host: '127.0.0.1:4321' }, 303],
    ['a browser that says nothing', {}, 303],
  ])('from %s', async (_, headers, status) => {
    const parts = partsWithPage();
    expect((await visitor(parts).post({ q: 'transfer belum masuk' }, '/diagnosa/', headers)).status).toBe(
      status,
    );
    expect(parts.store.rows.size).toBe(status === 303 ? 1 : 0);
  });

  it.each([
    ['of another type', 415, '{}', 'application/json'],
    ['that is too long', 413, `q=${'a'.repeat(262_144)}`, 'application/x-www-form-urlencoded'],
  ])('%s is refused with a page', async (_, status, body, type) => {
    const reader = visitor(partsWithPage());
    const answer = await reader.ask('/diagnosa/', {
      method: 'POST',
      body,
      headers: { 'Content-Type': type },
    });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect((await answer.text()).includes('aaaa</textarea>')).toBe(status === 413);
  });

  it('that comes too fast is kept on a page, to be sent again', async () => {
    const step = { take: () => 9, nameClient: () => 'a' };
    const parts = partsWithPage({ conversationLimits: { begin: step, step } });
    const answer = await visitor(parts).post({ do: 'say', q: 'transfer belum masuk', revision: '3' });
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '9']);
    const page = await answer.text();
    expect(page).toContain('transfer belum masuk</textarea>');
    expect(page).toContain('name="revision" value="3"');
    expect(page).toContain('<form method="post" action="/diagnosa/">');
    expect(parts.store.rows.size).toBe(0);
  });

  it('is drawn from what was sent while the database is away, and carries on without it', async () => {
    const parts = partsWithPage();
    const reader = visitor(parts);
    parts.store.isGone = true;
    const answer = await reader.post({ do: 'say', q: 'transfer belum masuk' });
    expect([answer.status, answer.headers.get('Set-Cookie'), await answer.text()]).toEqual([
      503,
      null,
      'page',
    ]);
    expect(parts.drawn.at(-1)?.form).toEqual({ mayPost: false, posted: 'do=say&q=transfer+belum+masuk' });
    await reader.ask('/diagnosa/');
    expect(parts.drawn.at(-1)?.form).toEqual({ mayPost: false });
    expect(await (await reader.ask('/readyz')).json()).toEqual({ status: 'degraded', database: 'away' });
    parts.store.isGone = false;
    await reader.ask('/diagnosa/');
    expect(parts.drawn.at(-1)?.form).toEqual({ mayPost: true });
    expect(await (await reader.ask('/readyz')).json()).toEqual({ status: 'ok', database: 'ok' });
  });

  it('is carried in the address by a browser that takes no cookie', async () => {
    const parts = partsWithPage();
    await visitor(parts).ask('/diagnosa/?kept=1');
    expect(parts.drawn.at(-1)?.form).toEqual({ mayPost: false });
  });

  it('tells pages who words the replies', async () => {
    const parts = partsWithPage();
    await visitor(parts).ask('/diagnosa/');
    expect(parts.drawn[0]?.assistant).toEqual({ api: '/api/v1/conversations', mode: 'extractive' });
  });
});
