import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import type { Answered, FakeBrowser } from './fake-browser.ts';
import { FAKE_PASSWORD, FAKE_SITE, openFakeDesk, tokenOf, type FakeDesk } from './fake-desk.ts';
import { startFakeOidcProvider, type FakeFault, type FakeOidcProvider } from './fake-oidc-provider.ts';

const ADMIN = 'admin@example.org';
const AGENT = 'agen@example.org';
const PERSON = { sub: 'orang-1', email: AGENT, email_verified: true, name: 'Nama di penyedia' };
const FAILED = '/agent/masuk/?error=oidc';

describe.each(TEST_DATABASES)('signing in by a provider, in $name', ({ open, isThere }) => {
  let database: Database;
  let provider: FakeOidcProvider;
  let desk: FakeDesk;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    provider = await startFakeOidcProvider(PERSON);
    desk = await openWith(provider.settings.issuer);
  }, 60_000);
  beforeEach(async () => {
    if (!isThere) return;
    await database.execute('TRUNCATE agent, agent_audit, intake_limit, agent_verification CASCADE');
    provider.person = PERSON;
    provider.fault = undefined;
  });
  afterAll(async () => {
    if (!isThere) return;
    await provider.close();
    await database.close();
  });

  const openWith = (issuer: string) =>
    openFakeDesk(database, {
      settings: { siteUrl: FAKE_SITE, desk: { oidc: { ...provider.settings, issuer }, auditDays: 365 } },
    });

  /** To the provider and as far as the address that it sends the browser back to. */
  async function goThere(browser: FakeBrowser): Promise<string> {
    const { body } = await browser.post('/oidc', {});
    const sent = await fetch(String(body['url']), { redirect: 'manual' });
    const back = new URL(sent.headers.get('Location') ?? '');
    expect(back.origin + back.pathname).toBe(`${FAKE_SITE}/agent/api/auth/callback/oidc`);
    return `/callback/oidc${back.search}`;
  }

  async function enter(browser: FakeBrowser): Promise<Answered> {
    return browser.get(await goThere(browser));
  }

  it.runIf(isThere)('is offered by its name', async () => {
    expect((await desk.browser().get('/ways')).body).toEqual({ oidc: 'Penyedia' });
    expect((await (await openFakeDesk(database)).browser().get('/ways')).body).toEqual({});
  });

  it.runIf(isThere)('lets in somebody known, with the name and role that they have here', async () => {
    await desk.join(ADMIN);
    await desk.join(AGENT, 'lead');
    const browser = desk.browser();
    const answer = await enter(browser);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/agent/');
    expect(await desk.agents.whoIs(browser.headers())).toMatchObject({ name: 'agen', role: 'lead' });
    const [entry] = await desk.agents.readAudit({ limit: 1 });
    expect(entry).toMatchObject({ action: 'signed-in', detail: { by: 'oidc' } });
  });

  it.runIf(isThere)('lets in somebody invited, whose link is used up by it', async () => {
    const admin = await desk.join(ADMIN);
    const token = tokenOf(await desk.agents.invite(admin, AGENT, 'agent'));
    expect(await desk.agents.list()).toHaveLength(1);
    const browser = desk.browser();
    await enter(browser);
    expect(await desk.agents.whoIs(browser.headers())).toMatchObject({ email: AGENT, role: 'agent' });
    expect(await desk.agents.list()).toHaveLength(2);
    expect(await desk.browser().post('/invitation', { token })).toMatchObject({ status: 410 });
  });

  it.runIf(isThere)('knows somebody again by the name that the provider has for them', async () => {
    await desk.join(ADMIN);
    await desk.join(AGENT);
    await enter(desk.browser());
    provider.person = { ...PERSON, email: 'baru@example.org' };
    const browser = desk.browser();
    await enter(browser);
    expect(await desk.agents.whoIs(browser.headers())).toMatchObject({ email: AGENT });
  });

  it.runIf(isThere)('makes nobody an agent', async () => {
    await desk.join(ADMIN);
    const browser = desk.browser();
    expect((await enter(browser)).headers.get('Location')).toBe(FAILED);
    expect(await desk.agents.whoIs(browser.headers())).toBeUndefined();
    expect(await desk.agents.list(true)).toHaveLength(1);
  });

  it.runIf(isThere).each([false, 'true'])(
    'is not believed about a mailbox verified: %s',
    async (verified) => {
      await desk.join(ADMIN);
      await desk.join(AGENT);
      provider.person = { ...PERSON, email_verified: verified };
      const browser = desk.browser();
      expect((await enter(browser)).headers.get('Location')).toBe(FAILED);
      expect(await desk.agents.whoIs(browser.headers())).toBeUndefined();
    },
  );

  it.runIf(isThere).each<FakeFault>(['signature', 'nonce', 'audience', 'issuer', 'expired'])(
    'is not believed with a wrong %s',
    async (fault) => {
      await desk.join(ADMIN);
      await desk.join(AGENT);
      provider.fault = fault;
      const browser = desk.browser();
      expect((await enter(browser)).headers.get('Location')).toBe(FAILED);
      expect(await desk.agents.whoIs(browser.headers())).toBeUndefined();
    },
  );

  it.runIf(isThere)('keeps out who was dismissed, also with an account there', async () => {
    const admin = await desk.join(ADMIN);
    const agent = await desk.join(AGENT);
    const browser = desk.browser();
    await enter(browser);
    await desk.agents.dismiss(admin, agent.id);
    expect(await desk.agents.whoIs(browser.headers())).toBeUndefined();
    expect((await enter(browser)).headers.get('Location')).toBe(FAILED);
    expect(await database.query('SELECT 1 FROM agent_session')).toEqual([]);
  });

  it.runIf(isThere)('ends only in the browser in which it began, and once', async () => {
    await desk.join(ADMIN);
    await desk.join(AGENT);
    const [began, other] = [desk.browser(), desk.browser()];
    const planted = await goThere(began);
    expect((await other.get(planted)).headers.get('Location')).toBe(FAILED);
    expect(await desk.agents.whoIs(other.headers())).toBeUndefined();
    const own = await goThere(began);
    expect((await began.get(own)).headers.get('Location')).toBe('/agent/');
    expect((await began.get(own)).headers.get('Location')).toBe(FAILED);
  });

  it.runIf(isThere)('ends well when the provider says that somebody refused', async () => {
    const browser = desk.browser();
    const there = new URL(await goThere(browser), FAKE_SITE);
    const state = there.searchParams.get('state') ?? '';
    const answer = await browser.get(`/callback/oidc?error=access_denied&error_description=x&state=${state}`);
    expect(answer.headers.get('Location')).toBe(FAILED);
  });

  it.runIf(isThere)('keeps no token of the provider', async () => {
    await desk.join(ADMIN);
    await desk.join(AGENT);
    for (let time = 0; time < 2; time += 1) await enter(desk.browser());
    expect(
      await database.query(
        "SELECT access_token, refresh_token, id_token, account_id FROM agent_account WHERE provider_id = 'oidc'",
      ),
    ).toEqual([{ access_token: null, refresh_token: null, id_token: null, account_id: 'orang-1' }]);
  });

  it.runIf(isThere)('leaves passwords alone while the provider is out of reach', async () => {
    const stopped = await startFakeOidcProvider(PERSON);
    await stopped.close();
    const cut = await openWith(stopped.settings.issuer);
    await cut.join(ADMIN);
    expect(await cut.browser().post('/oidc', {})).toMatchObject({ status: 503 });
    const browser = cut.browser();
    await browser.post('/sign-in', { email: ADMIN, password: FAKE_PASSWORD });
    expect(await cut.agents.whoIs(browser.headers())).toMatchObject({ email: ADMIN });
  });
});
