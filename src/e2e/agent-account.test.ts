import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { AGENT_ACCOUNT } from '../i18n/agent-account-text.ts';
import { INBOX } from '../i18n/inbox-text.ts';
import { totpOf } from '../server/agent/fake-desk.ts';
import { checkBothSchemes } from './check-accessibility.ts';
import { startDesk, type DeskSite } from './fake-desk-site.ts';
import { PHONE, test, type Visit } from './visitor.ts';

const WORDS = AGENT_ACCOUNT.id;
const PASSWORD = 'cukup panjang untuk sebuah sandi';
const ADMIN = { name: 'Sari Wulandari', email: 'sari@example.org' };
const AGENT = { name: 'Rendra', email: 'rendra@example.org' };
/** What the browser itself says of answers that refuse something, as these tests want them to. */
const REFUSED = /status of 4\d\d/;

/** One desk after another: each test goes on where the one before has left it. */
describe('the account of an agent', () => {
  let desk: DeskSite;
  let uri = '';
  let codes: readonly string[] = [];
  let invitation = '';
  afterAll(() => desk.stop());

  const at = (visit: Visit, path: string, options = {}) =>
    visit({ address: desk.agentUrl + path, expected: REFUSED, ...options });

  test('begins with the link that the start prints, by keyboard alone, and the link is used then', async ({
    visit,
  }) => {
    desk = await startDesk();
    const page = await at(visit, desk.firstAdminPath);
    await page.getByRole('heading', { name: WORDS.start.firstTitle }).waitFor();
    expect(page.url()).toBe(`${desk.agentUrl}/agent/mulai/`);
    await checkBothSchemes(page);
    await page.getByLabel(WORDS.start.name).focus();
    for (const text of [ADMIN.name, ADMIN.email, PASSWORD]) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: WORDS.start.doneTitle }).waitFor();
    await checkBothSchemes(page);
    await page.getByRole('link', { name: WORDS.start.later }).click();
    await page.locator('#inbox-search').waitFor();

    const again = await at(visit, desk.firstAdminPath);
    await again.getByRole('heading', { name: WORDS.start.voidTitle }).waitFor();
    await checkBothSchemes(again);
  });

  test('sets a second step up, and asks for it from then on', async ({ visit }) => {
    const page = await at(visit, '/agent/kelola/');
    await page.waitForURL(/\/agent\/masuk\//);
    await signIn(page, ADMIN.email);
    await page.waitForURL(/\/agent\/kelola\//);
    await checkBothSchemes(page);
    await page.locator('#begin-password').fill(PASSWORD);
    await page.getByRole('button', { name: WORDS.own.begin, exact: true }).click();
    const key = (await page.locator('.account__key').innerText()).replaceAll(' ', '');
    uri = `otpauth://totp/x?secret=${key}`;
    await checkBothSchemes(page);
    await page.getByLabel(WORDS.own.phoneCode).fill(totpOf(uri));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: WORDS.own.codesTitle }).waitFor();
    codes = await page.locator('.account__codes code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await checkBothSchemes(page);
    await page.getByRole('button', { name: WORDS.own.codesKept }).click();
    await page.getByText(WORDS.own.stepOn).waitFor();
    await checkBothSchemes(page);
    await page.getByRole('button', { name: WORDS.own.signOut, exact: true }).click();

    await signIn(page, ADMIN.email);
    await page.getByRole('heading', { name: WORDS.signIn.codeTitle }).waitFor();
    await checkBothSchemes(page);
    await page.getByLabel(WORDS.signIn.code).fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText(WORDS.signIn.codeWrong).waitFor();
    await page.getByLabel(WORDS.signIn.code).fill(codes[0] ?? '');
    await page.keyboard.press('Enter');
    await page.locator('#inbox-search').waitFor();
  });

  test('invites, gives a role, and dismisses, which ends what is open elsewhere', async ({ visit }) => {
    const admin = await enterAsAdmin(await at(visit, '/agent/masuk/?next=/agent/kelola/'), codes[1] ?? '');
    await admin.locator('#invite-email').fill(AGENT.email);
    await admin.getByRole('button', { name: WORDS.admin.invite }).click();
    invitation = await admin.locator('.account__address').innerText();
    await checkBothSchemes(admin);

    const agent = await at(visit, new URL(invitation).pathname + new URL(invitation).search, PHONE);
    await agent.getByText(AGENT.email).waitFor();
    await checkBothSchemes(agent);
    await agent.getByLabel(WORDS.start.name).fill(AGENT.name);
    await agent.getByLabel(WORDS.start.choose).fill(PASSWORD);
    await agent.keyboard.press('Enter');
    await agent.getByRole('link', { name: WORDS.start.secondStep }).click();
    await agent.getByRole('heading', { name: WORDS.own.sessionsTitle }).waitFor();
    expect(await agent.getByRole('heading', { name: WORDS.admin.title, exact: true }).count()).toBe(0);
    expect(await agent.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.viewport.width);
    // In the language of the page on which it was made.
    await expect
      .poll(() => desk.mails.map(({ source }) => /^Subject: (.+)\r$/m.exec(source)?.[1]))
      .toEqual(['Undangan menjadi petugas']);

    await agent.getByLabel(WORDS.own.mailDeadlines).uncheck();
    await agent.getByLabel(WORDS.own.mailLang).selectOption('en');
    await agent.getByRole('button', { name: WORDS.own.mailSave }).click();
    await agent.getByText(WORDS.own.mailSaved).waitFor();
    await agent.reload();
    expect(await agent.getByLabel(WORDS.own.mailDeadlines).isChecked()).toBe(false);
    expect(await agent.getByLabel(WORDS.own.mailLang).inputValue()).toBe('en');
    await checkBothSchemes(agent);

    await admin.reload();
    const row = admin.locator('.account__list > li', { hasText: AGENT.email });
    await row.getByText(WORDS.admin.more).click();
    await row.getByLabel(WORDS.admin.role).selectOption('lead');
    await row.getByRole('button', { name: WORDS.admin.save }).click();
    await admin.getByText(WORDS.admin.saved).waitFor();
    await row.getByText(WORDS.admin.more).click();
    await row.getByRole('button', { name: WORDS.admin.dismiss }).click();
    await admin.getByText(WORDS.admin.dismissed).waitFor();
    const audit = admin.locator('.account__audit li').first();
    expect(await audit.innerText()).toContain(`${WORDS.admin.actions['dismissed'] ?? '?'} ${AGENT.name}`);
    await agent.reload();
    await agent.waitForURL(/\/agent\/masuk\//);
  });

  test('says what is wrong beside the form, keeps what was typed, and speaks English', async ({ visit }) => {
    const page = await at(visit, '/agent/masuk/', PHONE);
    await page.getByLabel(WORDS.signIn.email).fill(ADMIN.email);
    await page.getByLabel(WORDS.signIn.password).fill('bukan ini juga');
    await page.keyboard.press('Enter');
    await page.getByText(WORDS.signIn.wrong).waitFor();
    await checkBothSchemes(page);
    await page.getByRole('button', { name: WORDS.switchLanguage }).click();
    await page.getByRole('heading', { name: AGENT_ACCOUNT.en.signIn.title }).waitFor();
    expect(await page.getByLabel(AGENT_ACCOUNT.en.signIn.email).inputValue()).toBe(ADMIN.email);
    await page.goto(`${desk.agentUrl}/agent/mulai/?token=x`);
    await page.getByRole('heading', { name: AGENT_ACCOUNT.en.start.voidTitle }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('leads from the inbox and back to where one was', async ({ visit }) => {
    const page = await at(visit, '/agent/#/v/all');
    await page.waitForURL(/\/agent\/masuk\/\?next=/);
    await enterAsAdmin(page, codes[2] ?? '');
    await page.locator('#inbox-search').waitFor();
    expect(page.url()).toBe(`${desk.agentUrl}/agent/#/v/all`);
    expect(await page.title()).toContain(INBOX.id.title);
  });
});

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByRole('heading', { name: WORDS.signIn.title }).waitFor();
  await page.getByLabel(WORDS.signIn.email).fill(email);
  await page.getByLabel(WORDS.signIn.password).fill(PASSWORD);
  await page.keyboard.press('Enter');
}

async function enterAsAdmin(page: Page, code: string): Promise<Page> {
  await signIn(page, ADMIN.email);
  await page.getByLabel(WORDS.signIn.code).fill(code);
  await page.keyboard.press('Enter');
  return page;
}
