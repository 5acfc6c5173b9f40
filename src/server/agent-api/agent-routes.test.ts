import { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeBrowser } from '../agent/fake-browser.ts';
import { FAKE_SITE, openFakeDesk, tokenOf, type FakeDesk } from '../agent/fake-desk.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import type { Database } from '../database/index.ts';
import { refuseForeign, type AgentEnv } from './agent-guard.ts';
import { mountAgents } from './agent-routes.ts';

describe.each(TEST_DATABASES)('the accounts of agents over $name', ({ open, isThere }) => {
  let database: Database;
  let desk: FakeDesk;
  let app: OpenAPIHono<AgentEnv>;
  const sent: string[] = [];
  let admin: FakeBrowser;
  let agent: FakeBrowser;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    desk = await openFakeDesk(database);
    app = new OpenAPIHono<AgentEnv>();
    app.use('/agent/api/*', refuseForeign(FAKE_SITE));
    mountAgents(app, {
      agents: desk.agents,
      answersByMail: true,
      nameClient: () => '192.0.2.1',
      sendLink: (kind, email, lang) => Promise.resolve(void sent.push(`${kind} ${email} ${lang ?? 'both'}`)),
    });
    await desk.join('admin@example.org');
    await desk.join('agent@example.org');
    admin = await desk.signIn('admin@example.org');
    agent = await desk.signIn('agent@example.org');
  });
  afterAll(async () => {
    if (isThere) await database.close();
  });

  async function ask(browser: FakeBrowser | undefined, path: string, body?: object) {
    const headers = browser?.headers() ?? new Headers();
    headers.set('Origin', FAKE_SITE);
    if (body) headers.set('Content-Type', 'application/json');
    const answer = await app.request(`/agent/api${path}`, {
      headers,
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  }

  it.skipIf(!isThere)('tell who is signed in, and nobody else', async () => {
    expect((await ask(undefined, '/me')).status).toBe(401);
    expect(await ask(agent, '/me')).toMatchObject({
      status: 200,
      body: { agent: { email: 'agent@example.org', role: 'agent' }, mail: true },
    });
  });

  it.skipIf(!isThere).each([
    ['/audit', undefined],
    ['/roster', undefined],
    ['/agents/invite', { email: 'x@example.org', role: 'admin' }],
    ['/agents/x/role', { role: 'admin' }],
    ['/agents/x/dismiss', {}],
    ['/agents/x/reset', {}],
    ['/agents/x/end-sessions', {}],
  ])('keep %s for admins', async (path, body) => {
    expect((await ask(undefined, path, body)).status).toBe(401);
    expect((await ask(agent, path, body)).status).toBe(403);
  });

  it.skipIf(!isThere)('cannot be given a role by what is sent along', async () => {
    for (const path of [
      '/auth/sign-up/email',
      '/auth/update-user',
      '/auth/change-email',
      '/auth/delete-user',
    ]) {
      const answer = await ask(agent, path, {
        role: 'admin',
        email: 'x@example.org',
        password: 'cukup panjang 1',
      });
      expect(answer.status).toBe(404);
    }
    expect((await ask(agent, '/me')).body).toMatchObject({ agent: { role: 'agent' } });
  });

  it.skipIf(!isThere)('are invited by a link, which is mailed too and good once', async () => {
    const { body } = await ask(admin, '/agents/invite', { email: 'baru@example.org', role: 'lead' });
    expect(sent).toEqual(['invitation baru@example.org both']);
    const join = { token: tokenOf(String(body['link'])), name: 'Baru', password: 'cukup panjang 1' };
    expect((await ask(undefined, '/auth/join', join)).status).toBe(200);
    expect((await ask(undefined, '/auth/join', join)).status).toBe(410);
    expect((await ask(admin, '/agents/invite', { email: 'baru@example.org', role: 'agent' })).status).toBe(
      409,
    );
    expect((await ask(await desk.signIn('baru@example.org'), '/me')).body).toMatchObject({
      agent: { role: 'lead' },
    });
  });

  it.skipIf(!isThere)('are invited in the language of the admin, and reset in their own', async () => {
    const invited = { email: 'english@example.org', role: 'agent' };
    expect((await ask(admin, '/agents/invite', { ...invited, lang: 'fr' })).status).toBe(400);
    const { body } = await ask(admin, '/agents/invite', { ...invited, lang: 'en' });
    expect(sent.at(-1)).toBe('invitation english@example.org en');
    const join = { token: tokenOf(String(body['link'])), name: 'E', password: 'cukup panjang 1', lang: 'id' };
    expect((await ask(undefined, '/auth/join', join)).status).toBe(200);
    const { id } = (await desk.agents.list()).find(({ email }) => email === invited.email) ?? {};
    expect((await ask(admin, `/agents/${id}/reset`, {})).status).toBe(200);
    expect(sent.at(-1)).toBe('password english@example.org id');
  });

  it.skipIf(!isThere)('lose every session when they are dismissed, and the last admin stays', async () => {
    const gone = await desk.join('pergi@example.org');
    const session = await desk.signIn('pergi@example.org');
    expect((await ask(admin, `/agents/${gone.id}/dismiss`, {})).status).toBe(200);
    expect((await ask(session, '/me')).status).toBe(401);
    const { body } = await ask(admin, '/me');
    const { id } = body['agent'] as { id: string };
    expect((await ask(admin, `/agents/${id}/dismiss`, {})).status).toBe(409);
    expect((await ask(admin, `/agents/${id}/role`, { role: 'agent' })).status).toBe(409);
  });

  it.skipIf(!isThere)('leave what was done in the audit, without a mailbox', async () => {
    const { body } = await ask(admin, '/audit?limit=200');
    const actions = (body['entries'] as { action: string }[]).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['joined', 'signed-in', 'invited', 'dismissed']));
    expect(JSON.stringify(body)).not.toContain('@example.org');
    expect((await ask(admin, '/audit?limit=1000')).status).toBe(400);
  });
});
