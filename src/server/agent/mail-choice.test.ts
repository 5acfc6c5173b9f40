import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { FAKE_PASSWORD, FAKE_SITE, NO_OIDC, openFakeDesk, tokenOf, type FakeDesk } from './fake-desk.ts';
import { listDeadlineReaders } from './mail-choice.ts';

const ADMIN = 'admin@example.org';
const AGENT = 'agen@example.org';

describe.each(TEST_DATABASES)('mail for agents in $name', ({ open, isThere }) => {
  let database: Database;
  let desk: FakeDesk;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    desk = await openFakeDesk(database, {
      settings: {
        siteUrl: FAKE_SITE,
        desk: { oidc: NO_OIDC, auditDays: 365 },
        mail: { smtpUrl: 'smtp://mail.example.org' },
      },
    });
  }, 60_000);
  beforeEach(() => (isThere ? database.execute('TRUNCATE agent, agent_audit CASCADE') : undefined));
  afterAll(() => (isThere ? database.close() : undefined));
  const readers = async () => (await listDeadlineReaders(database)).map(({ email, lang }) => [email, lang]);

  it.runIf(isThere)('is theirs to choose, and the record says that they did', async () => {
    await desk.join(ADMIN);
    await desk.join(AGENT);
    expect(await readers()).toEqual(expect.arrayContaining([[AGENT, null]]));
    const browser = await desk.signIn(AGENT);
    const mail = async () => (await browser.get('/account')).body['mail'];
    expect(await mail()).toEqual({ deadlines: true, lang: null });
    expect(await browser.post('/mail', { deadlines: false, lang: 'en' })).toMatchObject({ status: 200 });
    expect(await mail()).toEqual({ deadlines: false, lang: 'en' });
    expect(await readers()).toEqual([[ADMIN, null]]);
    expect(await desk.agents.readAudit({ limit: 1 })).toMatchObject([
      { action: 'mail-chosen', detail: { deadlines: 'off', lang: 'en' } },
    ]);
    for (const body of [{}, { deadlines: 'no', lang: null }, { deadlines: true, lang: 'fr' }]) {
      expect(await browser.post('/mail', body)).toMatchObject({ status: 400 });
    }
    expect(await desk.browser().post('/mail', { deadlines: true, lang: null })).toMatchObject({
      status: 401,
    });
    expect(await mail()).toEqual({ deadlines: false, lang: 'en' });
  });

  it.runIf(isThere)('comes in the language in which they began, until they choose another', async () => {
    const admin = await desk.join(ADMIN);
    const token = tokenOf(await desk.agents.invite(admin, AGENT, 'agent'));
    // Who is only invited is told of nothing.
    expect(await readers()).toEqual([[ADMIN, null]]);
    await desk.browser().post('/join', { token, name: 'Agen', password: FAKE_PASSWORD, lang: 'en' });
    expect(await readers()).toEqual(expect.arrayContaining([[AGENT, 'en']]));
    const { id } = (await desk.agents.list()).find(({ email }) => email === AGENT) ?? {};
    const again = await desk.agents.reset(admin, id ?? '');
    expect(again).toMatchObject({ kind: 'made', lang: 'en' });
    const link = again.kind === 'made' ? again.link : undefined;
    await desk.browser().post('/join', { token: tokenOf(link), password: FAKE_PASSWORD, lang: 'id' });
    expect(await readers()).toEqual(expect.arrayContaining([[AGENT, 'en']]));
    await desk.agents.dismiss(admin, id ?? '');
    expect(await readers()).toEqual([[ADMIN, null]]);
  });

  it.runIf(isThere)('is not asked about where nothing is mailed', async () => {
    const quiet = await openFakeDesk(database);
    await quiet.join(ADMIN);
    expect((await (await quiet.signIn(ADMIN)).get('/account')).body).not.toHaveProperty('mail');
  });
});
