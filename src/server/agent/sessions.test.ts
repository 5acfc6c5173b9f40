import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { FAKE_PASSWORD, openFakeDesk, type FakeDesk } from './fake-desk.ts';

const ADMIN = 'admin@example.org';
const AGENT = 'agen@example.org';

describe.each(TEST_DATABASES)('sessions in $name', ({ open, isThere }) => {
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

  const isIn = async (browser: { headers: () => Headers }) =>
    (await desk.agents.whoIs(browser.headers())) !== undefined;

  it.runIf(isThere)('are listed for their own agent, with device and time', async () => {
    await desk.join(ADMIN);
    const [first, second] = [await desk.signIn(ADMIN), await desk.signIn(ADMIN)];
    const { body } = await second.get('/account');
    expect(body).toMatchObject({
      hasPassword: true,
      sessions: [
        { device: 'FakeBrowser/1', isThis: true },
        { device: 'FakeBrowser/1', isThis: false },
      ],
    });
    expect(JSON.stringify(body)).not.toContain([...first.cookies.values()][0]?.split('.')[0]);
  });

  it.runIf(isThere)('end one by one, or all but this one', async () => {
    await desk.join(ADMIN);
    const [one, two, three] = [await desk.signIn(ADMIN), await desk.signIn(ADMIN), await desk.signIn(ADMIN)];
    const { body } = await one.get('/account');
    const sessions = body['sessions'] as readonly { readonly id: string; readonly isThis: boolean }[];
    const id = sessions.find(({ isThis }) => isThis)?.id;
    await two.post('/sessions/end', { id });
    expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([false, true, true]);
    await two.post('/sessions/end', {});
    expect([await isIn(two), await isIn(three)]).toEqual([true, false]);
  });

  it.runIf(isThere)('are nobody else’s to end', async () => {
    await desk.join(ADMIN);
    await desk.join(AGENT);
    const [admin, agent] = [await desk.signIn(ADMIN), await desk.signIn(AGENT)];
    const [row] = await database.query(
      'SELECT session.id FROM agent_session AS session JOIN agent ON agent.id = user_id WHERE email = $1',
      [ADMIN],
    );
    await agent.post('/sessions/end', { id: row?.['id'] });
    expect(await isIn(admin)).toBe(true);
  });

  it.runIf(isThere)('end elsewhere with a new password, which needs the old one', async () => {
    await desk.join(ADMIN);
    const [here, there] = [await desk.signIn(ADMIN), await desk.signIn(ADMIN)];
    const next = 'lain, dan cukup panjang';
    expect(await here.post('/password', { current: 'bukan ini juga', next })).toMatchObject({ status: 400 });
    expect(await here.post('/password', { current: FAKE_PASSWORD, next: 'pendek' })).toMatchObject({
      status: 400,
    });
    expect(await isIn(there)).toBe(true);
    const before = here.headers();
    expect(await here.post('/password', { current: FAKE_PASSWORD, next })).toMatchObject({ status: 200 });
    expect([await isIn(here), await isIn(there), await isIn({ headers: () => before })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await desk.browser().post('/sign-in', { email: ADMIN, password: FAKE_PASSWORD })).toMatchObject({
      status: 401,
    });
  });

  it.runIf(isThere)('are all ended by an admin', async () => {
    const admin = await desk.join(ADMIN);
    const agent = await desk.join(AGENT);
    const browser = await desk.signIn(AGENT);
    expect(await desk.agents.endSessions(admin, agent.id)).toBe(true);
    expect(await isIn(browser)).toBe(false);
    expect(await desk.agents.endSessions(admin, 'nobody')).toBe(false);
  });

  it.runIf(isThere)('are over after fourteen hours', async () => {
    await desk.join(ADMIN);
    const browser = await desk.signIn(ADMIN);
    const [row] = await database.query(
      `UPDATE agent_session SET expires_at = expires_at - interval '14 hours'
       RETURNING extract(epoch FROM expires_at - created_at)::int AS seconds`,
    );
    expect(row).toEqual({ seconds: 0 });
    expect(await isIn(browser)).toBe(false);
    expect(await browser.get('/account')).toMatchObject({ status: 401, body: { code: 'signed-out' } });
  });
});
