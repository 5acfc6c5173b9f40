import { describe, expect, inject } from 'vitest';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { messages, pathOf } from '../i18n/index.ts';
import { goToTheEnd } from './go-to-the-end.ts';
import { test } from './visitor.ts';

const DIAGNOSIS = pathOf('diagnosis', 'id');
const { helpMe, words } = diagnosisText('id');
const WORDS = 'transfer udah berhasil tapi temen saya bilang belum masuk';

describe('the diagnosis without scripts', () => {
  test('runs to the very end, one step back, and never has the words of the reader in an address', async ({
    visit,
  }) => {
    const page = await visit({ javaScriptEnabled: false, address: inject('serverUrl') });
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
    await page.locator('#home-search').fill(WORDS);
    await page.getByRole('button', { name: helpMe }).click();
    await page.locator('.trail').waitFor();
    await page.getByRole('button', { name: words.confirmYes }).click();
    const action = await page.locator('.now--step #now').innerText();
    expect(await goToTheEnd(page)).toBe(words.handoffTitle);
    const summary = await page.getByLabel(words.summaryLabel).inputValue();
    expect(summary).toContain(WORDS);
    expect(summary).toContain(action);
    await page.getByLabel(words.serviceLabel).selectOption('bca');
    await page.getByRole('button', { name: words.serviceShow }).click();
    expect(await page.locator('.ways .contact-list').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: words.back }).click();
    expect(await page.locator('.now--step').count()).toBe(1);
    expect(addresses.filter((address) => address.includes('temen'))).toEqual([]);
  });

  test('takes the rating, and forgets everything when it is told to', async ({ visit }) => {
    const page = await visit({ javaScriptEnabled: false, address: inject('serverUrl') + DIAGNOSIS });
    await page.getByLabel(words.fieldLabel).fill(WORDS);
    await page.getByRole('button', { name: words.send }).click();
    await page.getByRole('button', { name: words.confirmYes }).click();
    await page.getByRole('button', { name: words.worked }).click();
    await page.getByRole('button', { name: words.ratings.helped }).click();
    expect(await page.locator('.rating').count()).toBe(0);
    await page.getByRole('button', { name: words.clear }).click();
    await page.goto(inject('serverUrl') + DIAGNOSIS);
    expect(await page.locator('.now--greeting').count()).toBe(1);
  });

  test('stops a secret and lets danger interrupt', async ({ visit }) => {
    const page = await visit({ javaScriptEnabled: false, address: inject('serverUrl') + DIAGNOSIS });
    await page.getByLabel(words.fieldLabel).fill('pin saya 482913 ga bisa');
    await page.getByRole('button', { name: words.send }).click();
    expect(await page.locator('.now__notice--blocked-secret').count()).toBe(1);
    expect(await page.content()).not.toContain('482913');
    await page.locator('#tell').fill('saya telanjur kasih kode otp ke orang yang ngaku dari bank');
    await page.getByRole('button', { name: words.send }).click();
    expect(await page.locator('.now--urgent').count()).toBe(1);
    await page.getByRole('link', { name: words.urgentOpen }).click();
    await page.waitForURL(`**${pathOf('urgent', 'id')}`);
  });

  test('goes on in the browser once scripts are there', async ({ visit, browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(inject('serverUrl') + DIAGNOSIS);
    await page.getByLabel(words.fieldLabel).fill(WORDS);
    await page.getByRole('button', { name: words.send }).click();
    const heading = await page.locator('#now').innerText();
    const state = await context.storageState();
    await context.close();
    const scripted = await visit({ storageState: state, address: inject('serverUrl') + DIAGNOSIS });
    await expect.poll(() => scripted.evaluate(() => localStorage.getItem('pandu:diagnosis'))).not.toBeNull();
    expect(await scripted.locator('#now').innerText()).toBe(heading);
    await scripted.getByRole('button', { name: words.confirmYes }).click();
    await scripted.locator('.now--step').waitFor();
  });

  test('leads to the sectors in the static folder', async ({ visit }) => {
    const page = await visit({ javaScriptEnabled: false, address: inject('staticUrl') + DIAGNOSIS });
    expect(await page.locator('#tell').isVisible()).toBe(false);
    await page
      .locator('main')
      .getByRole('link', { name: messages('id').sectors.banking.name })
      .click();
    await page.waitForURL('**/banking/');
  });
});
