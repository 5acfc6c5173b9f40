import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { FAKE_PASSWORD, openFakeDesk, tokenOf, type FakeDesk } from './fake-desk.ts';

const ADMIN = 'admin@example.org';
const AGENT = 'agen@example.org';

describe.each(TEST_DATABASES)('agents in $name', ({ open, isThere }) => {
  let database: Database;
  let desk: FakeDesk;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    desk = await openFakeDesk(database);
  }, 60_000);
  beforeEach(() =>
    isThere ? database.execute('TRUNCATE agent, agent_audit, intake_limit CASCADE') : undefined,
  );
  afterAll(() => (isThere ? database.close() : undefined));

  it.runIf(isThere)('begin with one link for the first admin, which is good once', async () => {
    const token = tokenOf(await desk.agents.firstAdminPath());
    const browser = desk.browser();
    expect(await browser.post('/invitation', { token })).toMatchObject({ body: { kind: 'first' } });
    const joining = { token, name: 'Admin', email: ADMIN, password: FAKE_PASSWORD };
    const both = await Promise.all([browser.post('/join', joining), browser.post('/join', joining)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await desk.agents.list()).toMatchObject([{ email: ADMIN, role: 'admin' }]);
    expect(await browser.post('/join', { ...joining, email: AGENT })).toMatchObject({ status: 410 });
    expect(await desk.agents.firstAdminPath()).toBeUndefined();
  });

  it.runIf(isThere)('know only the last link for the first admin, and not for ever', async () => {
    const first = tokenOf(await desk.agents.firstAdminPath());
    const second = tokenOf(await desk.agents.firstAdminPath());
    expect(await desk.browser().post('/invitation', { token: first })).toMatchObject({ status: 410 });
    expect(await desk.browser().post('/invitation', { token: second })).toMatchObject({ status: 200 });
    desk.wait(8 * 86_400);
    expect(await desk.browser().post('/invitation', { token: second })).toMatchObject({ status: 410 });
    desk.wait(-8 * 86_400);
  });

  it.runIf(isThere)('are who signs in, in every process over the database, until they sign out', async () => {
    await desk.join(ADMIN);
    const browser = await desk.signIn(ADMIN);
    const other = await openFakeDesk(database);
    expect(await other.agents.whoIs(browser.headers())).toMatchObject({ email: ADMIN, role: 'admin' });
    const before = browser.headers();
    await browser.post('/sign-out', {});
    expect(await other.agents.whoIs(before)).toBeUndefined();
  });

  it.runIf(isThere)('are nobody with a cookie that was made up or changed', async () => {
    await desk.join(ADMIN);
    const browser = await desk.signIn(ADMIN);
    const [[name = '', value = ''] = []] = browser.cookies;
    browser.cookies.set(
      name,
      value.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a')),
    );
    expect(await desk.agents.whoIs(browser.headers())).toBeUndefined();
  });

  it.runIf(isThere)(
    'get a cookie that scripts, other sites and other hosts of the domain cannot touch',
    async () => {
      await desk.join(ADMIN);
      const { headers, body } = await desk
        .browser()
        .post('/sign-in', { email: ` ${ADMIN.toUpperCase()} `, password: FAKE_PASSWORD });
      expect(body).toEqual({ next: 'in' });
      const [cookie] = headers.getSetCookie();
      expect(cookie).toMatch(/^__Host-pandu-agent\.session_token=/);
      for (const part of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/']) expect(cookie).toContain(part);
      expect(cookie).not.toContain('Domain');
    },
  );

  it.runIf(isThere)('answer alike to a wrong password and to a mailbox that is nobody’s', async () => {
    await desk.join(ADMIN);
    const wrong = await desk.browser().post('/sign-in', { email: ADMIN, password: 'bukan ini juga' });
    const nobody = await desk.browser().post('/sign-in', { email: AGENT, password: 'bukan ini juga' });
    expect(wrong.status).toBe(401);
    expect({ ...nobody.body, status: nobody.status }).toEqual({ ...wrong.body, status: wrong.status });
    const entries = await desk.agents.readAudit({ limit: 2 });
    expect(entries.map(({ action }) => action)).toEqual(['sign-in-failed', 'sign-in-failed']);
    expect(JSON.stringify(entries)).not.toContain(AGENT);
  });

  it.runIf(isThere)('begin a session of their own with each sign-in, and end the one before', async () => {
    await desk.join(ADMIN);
    await desk.join(AGENT);
    // Somebody plants their own session in the browser of an admin.
    const browser = await desk.signIn(AGENT);
    const planted = browser.headers();
    await browser.post('/sign-in', { email: ADMIN, password: FAKE_PASSWORD });
    expect(await desk.agents.whoIs(browser.headers())).toMatchObject({ email: ADMIN });
    expect(await desk.agents.whoIs(planted)).toBeUndefined();
  });

  it.runIf(isThere)(
    'are invited by a link that makes them what the admin said and nothing more',
    async () => {
      const admin = await desk.join(ADMIN);
      const token = tokenOf(await desk.agents.invite(admin, AGENT, 'agent'));
      const browser = desk.browser();
      expect((await browser.post('/invitation', { token })).body).toMatchObject({
        kind: 'invite',
        email: AGENT,
      });
      const joining = { token, name: 'Agen', password: FAKE_PASSWORD, role: 'admin', email: 'x@example.org' };
      expect((await browser.post('/join', joining)).body).toEqual({ email: AGENT });
      expect(await browser.post('/join', joining)).toMatchObject({ status: 410 });
      await browser.post('/sign-in', { email: AGENT, password: FAKE_PASSWORD, role: 'admin' });
      expect(await desk.agents.whoIs(browser.headers())).toMatchObject({ email: AGENT, role: 'agent' });
      expect(await desk.agents.invite(admin, AGENT, 'admin')).toBeUndefined();
    },
  );

  it
    .runIf(isThere)
    .each([
      '/sign-up/email',
      '/update-user',
      '/change-email',
      '/delete-user',
      '/reset-password',
      '/set-password',
      '/link-social',
      '/sign-in/email',
      '/constructor',
    ])('have no address %s, whatever the library behind it offers', async (path) => {
    await desk.join(ADMIN);
    const browser = await desk.signIn(ADMIN);
    const body = { email: AGENT, password: FAKE_PASSWORD, name: 'x', role: 'admin' };
    expect(await browser.post(path, body)).toMatchObject({ status: 404 });
  });

  it.runIf(isThere)('are out at once when dismissed, and can be invited again', async () => {
    const admin = await desk.join(ADMIN);
    const agent = await desk.join(AGENT);
    const browser = await desk.signIn(AGENT);
    expect(await desk.agents.dismiss(admin, agent.id)).toBe(true);
    expect(await desk.agents.whoIs(browser.headers())).toBeUndefined();
    expect(await browser.get('/account')).toMatchObject({ status: 401 });
    expect(await browser.post('/sign-in', { email: AGENT, password: FAKE_PASSWORD })).toMatchObject({
      status: 401,
    });
    expect(await desk.agents.list()).toHaveLength(1);
    expect(await desk.agents.list(true)).toHaveLength(2);
    expect(await desk.agents.names([agent.id, 'nobody'])).toEqual(new Map([[agent.id, agent.name]]));
    expect((await desk.join(AGENT)).id).toBe(agent.id);
  });

  it.runIf(isThere)('keep their last admin, also when two dismiss one another at once', async () => {
    const one = await desk.join(ADMIN);
    expect(await desk.agents.changeRole(one, one.id, 'agent')).toBe(false);
    expect(await desk.agents.dismiss(one, one.id)).toBe(false);
    const two = await desk.join(AGENT, 'admin');
    // Both begin while neither can go on, so that each sees two admins.
    const both = await database.transaction(async (session) => {
      await session.query('SELECT id FROM agent FOR UPDATE');
      const begun = Promise.all([desk.agents.dismiss(one, two.id), desk.agents.dismiss(two, one.id)]);
      await setTimeout(100);
      return { begun };
    });
    expect((await both.begun).sort()).toEqual([false, true]);
    expect(await desk.agents.list()).toHaveLength(1);
  });

  it.runIf(isThere)('take a new role at once, and the audit says who gave it', async () => {
    const admin = await desk.join(ADMIN);
    const agent = await desk.join(AGENT);
    const browser = await desk.signIn(AGENT);
    await desk.agents.changeRole(admin, agent.id, 'lead');
    expect(await desk.agents.whoIs(browser.headers())).toMatchObject({ role: 'lead' });
    expect((await desk.agents.readAudit({ limit: 1 }))[0]).toMatchObject({
      agent: admin.id,
      action: 'role-changed',
      subject: agent.id,
      detail: { from: 'agent', to: 'lead' },
    });
  });

  it.runIf(isThere)('write down what they did, the newest first, page by page', async () => {
    // More than nine, so that numbers as words would be out of order.
    for (const action of 'klmnopqrabc') await desk.agents.audit({ action, detail: { x: action } });
    const first = await desk.agents.readAudit({ limit: 2 });
    expect(first.map(({ action }) => action)).toEqual(['c', 'b']);
    const next = await desk.agents.readAudit({ before: first.at(-1)?.id ?? '' });
    expect(next[0]).toMatchObject({ action: 'a', detail: { x: 'a' } });
    expect(next).toHaveLength(9);
    expect(await desk.agents.readAudit({ before: '1; DROP TABLE agent' })).toEqual([]);
  });
});
