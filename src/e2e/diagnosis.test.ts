import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { messages, pathOf } from '../i18n/index.ts';
import { PHONE, test } from './visitor.ts';

const DIAGNOSIS = pathOf('diagnosis', 'id');
const { helpMe, words } = diagnosisText('id');
const WORDS = 'transfer udah berhasil tapi temen saya bilang belum masuk';

describe('finding out what is wrong', () => {
  test('leads from the home box to a step that works, by keyboard alone', async ({ visit }) => {
    const page = await visit();
    await page.keyboard.press('/');
    await page.keyboard.type(WORDS);
    await page.getByRole('button', { name: helpMe }).focus();
    await page.keyboard.press('Enter');
    const heading = page.locator('#now');
    await expect.poll(() => heading.innerText()).toBe(words.confirmTitle);
    // The scripts take the words out of the address; until then the form is sent, and the browser moves the focus.
    await page.waitForURL(`**${DIAGNOSIS}`);
    await press(page, words.confirmYes);
    await expect.poll(() => page.locator('.now__progress').innerText()).toMatch(/^Langkah 1 /);
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await press(page, words.worked);
    await page.locator('.now--solved').waitFor();
  });

  test('goes on after a reload and in another tab, until it is deleted', async ({ visit }) => {
    const page = await visit({ ...PHONE, address: `${inject('serverUrl')}${DIAGNOSIS}?q=otp+ga+masuk` });
    const heading = page.locator('#now');
    const asked = await heading.innerText();
    await page.waitForURL(`**${DIAGNOSIS}`);
    await page.reload();
    await page.locator('.trail').waitFor();
    expect(await heading.innerText()).toBe(asked);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('.trail').waitFor();
    await page.getByRole('link', { name: words.clear }).tap();
    await other.locator('.trail').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('stops a secret before anything is sent, and lets danger interrupt', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + DIAGNOSIS });
    await page.waitForLoadState('networkidle');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    const box = page.locator('#tell');
    await box.fill('pin saya 482913 ga bisa');
    await box.press('Enter');
    await page.locator('.now__notice--blocked-secret').waitFor();
    expect(sent).toEqual([]);
    expect(await box.inputValue()).toContain('482913');
    await box.fill('saya telanjur kasih kode otp ke orang yang ngaku dari bank');
    await box.press('Enter');
    await page.getByRole('link', { name: words.urgentOpen }).click();
    await page.waitForURL(`**${pathOf('urgent', 'id')}`);
  });

  test('takes the guide that did not help, and the steps ticked there, as evidence', async ({ visit }) => {
    const path = pathOf('guide', 'id', { id: 'banking/transfer-pending' });
    const page = await visit({ address: inject('serverUrl') + path });
    const step = page.locator('.steps li').first();
    await step.getByRole('checkbox').check();
    const action = await step.locator('.step__action').innerText();
    await page.getByRole('link', { name: helpMe }).click();
    await page.locator('.trail__ticked').waitFor();
    const trail = await page.locator('.trail').innerText();
    expect(trail).toContain(words.fromGuide);
    expect(trail).toContain(action);
    expect(await page.locator('.choice').count()).toBeGreaterThan(1);
  });

  test('without scripts the static folder leads to the sectors', async ({ visit }) => {
    const page = await visit({ javaScriptEnabled: false, address: inject('staticUrl') + DIAGNOSIS });
    expect(await page.locator('#tell').isVisible()).toBe(false);
    await page
      .locator('main')
      .getByRole('link', { name: messages('id').sectors.banking.name })
      .click();
    await page.waitForURL('**/banking/');
  });
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
}
