import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { FAKE_PASSWORD, openFakeDesk, type FakeDesk } from './fake-desk.ts';

const ADMIN = 'admin@example.org';
const WRONG = { email: ADMIN, password: 'bukan ini juga' };
const RIGHT = { email: ADMIN, password: FAKE_PASSWORD };

describe.each(TEST_DATABASES)('limits of sign-in in $name', { timeout: 30_000 }, ({ open, isThere }) => {
  let database: Database;
  let desk: FakeDesk;
  /** Another process over the same database. */
  let other: FakeDesk;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    // The clock stands still: the limits are counted, not slept through.
    const began = Date.now();
    let waited = 0;
    const options = { hasLimits: true, now: () => new Date(began + waited) };
    const wait = (seconds: number) => {
      waited += seconds * 1000;
    };
    desk = { ...(await openFakeDesk(database, options)), wait };
    other = { ...(await openFakeDesk(database, options)), wait };
  }, 60_000);
  beforeEach(() =>
    isThere ? database.execute('TRUNCATE agent, agent_audit, intake_limit CASCADE') : undefined,
  );
  afterAll(() => (isThere ? database.close() : undefined));

  it.runIf(isThere)('let one address try five passwords in 20 seconds, over all processes', async () => {
    await desk.join(ADMIN);
    const statuses: number[] = [];
    for (const one of [desk, other, desk, other, desk]) {
      statuses.push((await one.browser().post('/sign-in', WRONG)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
    const refused = await other.browser().post('/sign-in', RIGHT);
    expect(refused).toMatchObject({ status: 429, body: { code: 'wait' } });
    expect(refused.headers.get('Retry-After')).toBe('20');
    expect(await desk.browser('192.0.2.2').post('/sign-in', RIGHT)).toMatchObject({ status: 200 });
    desk.wait(20);
    expect(await desk.browser().post('/sign-in', RIGHT)).toMatchObject({ status: 200 });
  });

  it.runIf(isThere)('let one mailbox be tried 20 times in five minutes, wherever from', async () => {
    await desk.join(ADMIN);
    for (let round = 0; round < 20; round += 1) {
      await desk.browser(`192.0.2.${round + 1}`).post('/sign-in', { ...WRONG, email: ADMIN.toUpperCase() });
    }
    expect(await other.browser('192.0.2.99').post('/sign-in', RIGHT)).toMatchObject({ status: 429 });
    desk.wait(300);
    expect(await other.browser('192.0.2.99').post('/sign-in', RIGHT)).toMatchObject({ status: 200 });
  });

  it.runIf(isThere)('let an address that has to wait use up nobody else', async () => {
    await desk.join(ADMIN);
    for (let round = 0; round < 25; round += 1) await desk.browser().post('/sign-in', WRONG);
    expect(await desk.browser('192.0.2.2').post('/sign-in', RIGHT)).toMatchObject({ status: 200 });
  });

  it.runIf(isThere)('count tries that come at once', async () => {
    await desk.join(ADMIN);
    const all = await Promise.all(Array.from({ length: 8 }, () => desk.browser().post('/sign-in', WRONG)));
    expect(all.filter(({ status }) => status === 429)).toHaveLength(3);
  });

  it.runIf(isThere)('let the second step be tried five times in 20 seconds', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      statuses.push((await desk.browser().post('/sign-in/code', { code: '000000' })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it.runIf(isThere)('let somebody signed in repeat a password ten times in five minutes', async () => {
    await desk.join(ADMIN);
    const browser = await desk.signIn(ADMIN);
    const tryIt = () => browser.post('/two-factor/begin', { password: 'bukan ini juga' });
    for (let round = 0; round < 10; round += 1) expect(await tryIt()).toMatchObject({ status: 400 });
    expect(await tryIt()).toMatchObject({ status: 429 });
  });

  it.runIf(isThere)('let an admin make five new links an hour for one agent', async () => {
    const admin = await desk.join(ADMIN);
    const kinds: string[] = [];
    for (let round = 0; round < 6; round += 1) kinds.push((await desk.agents.reset(admin, admin.id)).kind);
    expect(kinds).toEqual(['made', 'made', 'made', 'made', 'made', 'wait']);
    expect(await desk.agents.reset(admin, 'nobody')).toEqual({ kind: 'unknown' });
    desk.wait(3_600);
    expect(await desk.agents.reset(admin, admin.id)).toMatchObject({ kind: 'made' });
  });

  it.runIf(isThere)('keep neither addresses nor mailboxes', async () => {
    await desk.join(ADMIN);
    await desk.browser().post('/sign-in', WRONG);
    const text = JSON.stringify(await database.query('SELECT * FROM intake_limit'));
    expect(text).not.toContain('192.0.2');
    expect(text).not.toContain('example');
  });
});
