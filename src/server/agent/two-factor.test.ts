import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import type { FakeBrowser } from './fake-browser.ts';
import { FAKE_PASSWORD, openFakeDesk, tokenOf, totpOf, type FakeDesk } from './fake-desk.ts';

const ADMIN = 'admin@example.org';
const PASSWORD = { password: FAKE_PASSWORD };
const CREDENTIALS = { email: ADMIN, password: FAKE_PASSWORD };

describe.each(TEST_DATABASES)('the second step in $name', ({ open, isThere }) => {
  let database: Database;
  let desk: FakeDesk;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    desk = await openFakeDesk(database);
  }, 60_000);
  beforeEach(() =>
    isThere
      ? database.execute('TRUNCATE agent, agent_audit, intake_limit, agent_verification CASCADE')
      : undefined,
  );
  afterAll(() => (isThere ? database.close() : undefined));

  /** Somebody with a second step: the browser in which it was set up, what the QR code held, and backup codes. */
  async function withSecondStep(): Promise<{ own: FakeBrowser; uri: unknown; codes: readonly string[] }> {
    await desk.join(ADMIN);
    const own = await desk.signIn(ADMIN);
    const { body } = await own.post('/two-factor/begin', PASSWORD);
    const done = await own.post('/two-factor/finish', { code: totpOf(body['uri']) });
    if (done.status !== 200 || !Array.isArray(body['codes'])) throw new Error('There is no second step.');
    return { own, uri: body['uri'], codes: body['codes'].map(String) };
  }

  it.runIf(isThere)('is asked for after the password, and lets in with the code of the phone', async () => {
    const { uri } = await withSecondStep();
    const browser = desk.browser();
    expect(await browser.post('/sign-in', CREDENTIALS)).toMatchObject({ body: { next: 'code' } });
    expect(await desk.agents.whoIs(browser.headers())).toBeUndefined();
    expect(await browser.post('/sign-in/code', { code: '000000' })).toMatchObject({ status: 401 });
    expect((await browser.post('/sign-in/code', { code: totpOf(uri, 1) })).body).toEqual({ next: 'in' });
    expect(await desk.agents.whoIs(browser.headers())).toMatchObject({ email: ADMIN });
  });

  it.runIf(isThere)('takes the code of the phone once, also from another browser', async () => {
    const { uri } = await withSecondStep();
    const code = totpOf(uri, 1);
    const [one, two] = [desk.browser(), desk.browser()];
    for (const browser of [one, two]) await browser.post('/sign-in', CREDENTIALS);
    expect(await one.post('/sign-in/code', { code })).toMatchObject({ status: 200 });
    expect(await two.post('/sign-in/code', { code })).toMatchObject({ status: 401 });
    expect(await desk.agents.whoIs(two.headers())).toBeUndefined();
  });

  it.runIf(isThere)('takes each backup code once', async () => {
    const { codes } = await withSecondStep();
    const [one, two] = [desk.browser(), desk.browser()];
    for (const browser of [one, two]) await browser.post('/sign-in', CREDENTIALS);
    expect(await one.post('/sign-in/code', { code: codes[0] })).toMatchObject({ status: 200 });
    expect(await two.post('/sign-in/code', { code: codes[0] })).toMatchObject({ status: 401 });
    expect(await two.post('/sign-in/code', { code: ` ${codes[1] ?? ''} ` })).toMatchObject({ status: 200 });
    const [entry] = await desk.agents.readAudit({ limit: 1 });
    expect(entry).toMatchObject({ action: 'signed-in', detail: { by: 'backup-code' } });
  });

  it.runIf(isThere)(
    'locks after ten wrong codes, also for the right one, however often one begins',
    async () => {
      const { uri } = await withSecondStep();
      for (let round = 0; round < 2; round += 1) {
        const browser = desk.browser();
        await browser.post('/sign-in', CREDENTIALS);
        for (let wrong = 0; wrong < 5; wrong += 1) await browser.post('/sign-in/code', { code: '000000' });
      }
      const browser = desk.browser();
      await browser.post('/sign-in', CREDENTIALS);
      expect(await browser.post('/sign-in/code', { code: totpOf(uri, 1) })).toMatchObject({
        status: 429,
        body: { code: 'locked' },
      });
    },
  );

  it.runIf(isThere)('lets five codes be tried for one password', async () => {
    const { uri } = await withSecondStep();
    const browser = desk.browser();
    await browser.post('/sign-in', CREDENTIALS);
    for (let wrong = 0; wrong < 5; wrong += 1) await browser.post('/sign-in/code', { code: '000000' });
    expect(await browser.post('/sign-in/code', { code: totpOf(uri, 1) })).toMatchObject({
      status: 401,
      body: { code: 'expired' },
    });
  });

  it.runIf(isThere)('asks nobody who gave no password before', async () => {
    const { uri } = await withSecondStep();
    const browser = desk.browser();
    expect(await browser.post('/sign-in/code', { code: totpOf(uri, 1) })).toMatchObject({
      status: 401,
      body: { code: 'expired' },
    });
  });

  it.runIf(isThere)('is that of the password before it, whoever else is signed in there', async () => {
    const { uri } = await withSecondStep();
    await desk.join('agen@example.org');
    const browser = await desk.signIn('agen@example.org');
    const [[name = '', value = ''] = []] = browser.cookies;
    const planted = browser.headers();
    await browser.post('/sign-in', CREDENTIALS);
    browser.cookies.set(name, value);
    expect(await browser.post('/sign-in/code', { code: totpOf(uri, 1) })).toMatchObject({ status: 200 });
    expect(await desk.agents.whoIs(browser.headers())).toMatchObject({ email: ADMIN });
    expect(await desk.agents.whoIs(planted)).toBeUndefined();
  });

  it.runIf(isThere)('is changed with the password only, and the audit says so', async () => {
    const { own } = await withSecondStep();
    for (const path of ['/two-factor/end', '/two-factor/codes', '/two-factor/begin']) {
      expect(await own.post(path, { password: 'bukan ini juga' })).toMatchObject({ status: 400 });
    }
    expect((await own.get('/account')).body).toMatchObject({ hasTwoFactor: true });
    expect(await own.post('/two-factor/codes', PASSWORD)).toMatchObject({ status: 200 });
    expect(await own.post('/two-factor/end', PASSWORD)).toMatchObject({ status: 200 });
    expect((await own.get('/account')).body).toMatchObject({ hasTwoFactor: false });
    expect(await desk.browser().post('/sign-in', CREDENTIALS)).toMatchObject({ body: { next: 'in' } });
    const actions = (await desk.agents.readAudit({})).map(({ action }) => action);
    expect(actions).toEqual([
      'signed-in',
      'two-factor-off',
      'backup-codes-made',
      'two-factor-on',
      'signed-in',
      'joined',
    ]);
  });

  it.runIf(isThere)('stays when the password is chosen anew by a link', async () => {
    const { own, uri } = await withSecondStep();
    const [admin] = await desk.agents.list();
    if (!admin) throw new Error('There is no admin.');
    const reset = await desk.agents.reset(admin, admin.id);
    const token = tokenOf(reset.kind === 'made' ? reset.link : undefined);
    const password = 'lain, dan cukup panjang';
    expect(await desk.browser().post('/join', { token, password })).toMatchObject({ status: 200 });
    expect(await desk.agents.whoIs(own.headers())).toBeUndefined();
    const browser = desk.browser();
    const answer = await browser.post('/sign-in', { email: ADMIN, password });
    expect(answer.body).toEqual({ next: 'code' });
    expect(await browser.post('/sign-in/code', { code: totpOf(uri, 1) })).toMatchObject({ status: 200 });
  });

  it.runIf(isThere)('keeps nothing that could be read from the tables', async () => {
    const { uri, codes } = await withSecondStep();
    const rows = await database.query('SELECT secret, backup_codes FROM agent_two_factor');
    const text = JSON.stringify(rows);
    expect(text).not.toContain(codes[0]);
    expect(text).not.toContain(new URL(String(uri)).searchParams.get('secret') ?? '?');
  });
});
