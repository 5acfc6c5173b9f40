import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { pathOf } from '../i18n/index.ts';
import { widgetText } from '../i18n/widget-text.ts';
import { GUIDE } from './page-kinds.ts';
import { PHONE, test } from './visitor.ts';

const GUIDE_PATH = pathOf('guide', 'id', { id: GUIDE });
const DIAGNOSIS = pathOf('diagnosis', 'id');
const { words } = diagnosisText('id');
const { ask, panel } = widgetText('id');
const WORDS = 'transfer udah berhasil tapi temen saya bilang belum masuk';

/** What a browser says of each request without a network. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to (fetch|load)/;

const bubble = (page: Page) => page.locator('.bubble');
const dialog = (page: Page) => page.getByRole('dialog', { name: panel.title });

describe('the bubble', () => {
  test.for(['serverUrl', 'staticUrl'] as const)(
    'loads nothing until it is touched, then asks about the guide beside it: %s',
    async (name, { visit }) => {
      const page = await visit({ address: 'about:blank' });
      const sent: string[] = [];
      page.on('request', (request) => sent.push(new URL(request.url()).pathname));
      await page.goto(inject(name) + GUIDE_PATH, { waitUntil: 'networkidle' });
      expect(sent.filter((path) => /data|panel|widget/.test(path))).toEqual([]);
      await bubble(page).click();
      await dialog(page).waitFor();
      expect(sent).toContain('/widget-data/id.json');
      expect(await page.locator('.trail__ask').first().innerText()).toBe(words.fromGuide);
    },
  );

  test('goes on with the conversation of the page, and the page with that of the bubble', async ({
    visit,
  }) => {
    const page = await visit();
    await bubble(page).click();
    await page.locator('#tell').fill(WORDS);
    await page.locator('#tell').press('Enter');
    await page.getByRole('button', { name: words.confirmYes }).click();
    await expect.poll(() => page.locator('.now__progress').innerText()).toMatch(/^Langkah 1 /);
    await page.goto(inject('serverUrl') + DIAGNOSIS);
    await expect.poll(() => page.locator('.trail__said').innerText()).toContain(WORDS);
    await page.getByRole('button', { name: words.worked }).click();
    await page.locator('.now--solved').waitFor();
    await page.goto(inject('serverUrl') + GUIDE_PATH);
    await bubble(page).click();
    await page.locator('.now--solved').waitFor();
  });

  test('opens, closes and gives the keyboard back', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + GUIDE_PATH });
    const button = page.getByRole('button', { name: ask });
    await button.focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.querySelector('chat-bubble')?.shadowRoot?.activeElement?.id))
      .toBe('now');
    expect(await bubble(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('bubble');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: panel.close }).click();
    await dialog(page).waitFor({ state: 'hidden' });
  });

  test('is a link to the diagnosis of the guide where there are no scripts', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + GUIDE_PATH, javaScriptEnabled: false });
    await page.getByRole('link', { name: ask }).click();
    expect(new URL(page.url()).pathname).toBe(DIAGNOSIS);
    expect(await page.locator('.trail__ask').first().innerText()).toBe(words.fromGuide);
  });

  test.for(['serverUrl', 'staticUrl'] as const)(
    'asks and answers without a network: %s',
    async (name, { visit }) => {
      const page = await visit({
        address: inject(name),
        serviceWorkers: 'allow',
        expected: NO_NETWORK,
      });
      const isKept = () => page.evaluate(async () => Boolean(await caches.match('/widget-data/id.json')));
      await expect.poll(isKept).toBe(true);
      await page.context().setOffline(true);
      await page.goto(inject(name) + pathOf('urgent', 'id'));
      await bubble(page).click();
      await page.locator('#tell').fill(WORDS);
      await page.locator('#tell').press('Enter');
      // By words alone it may ask where meanings would have been sure.
      await page.locator('.choice, button[value^="confirm:"]').first().waitFor();
    },
  );

  test('leads to the page of the diagnosis when its files cannot be fetched', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + GUIDE_PATH, expected: /Failed to load/ });
    await page.route('**/widget-data/**', (route) => route.abort());
    await bubble(page).click();
    await page.waitForURL(`**${DIAGNOSIS}**`);
  });

  test('covers neither the bar at the foot of a guide nor the end of a page', async ({ visit }) => {
    const page = await visit({ ...PHONE, address: inject('serverUrl') + GUIDE_PATH });
    const bar = await page.locator('.outcome__bar').boundingBox();
    const box = await bubble(page).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    await page.goto(inject('serverUrl') + pathOf('services', 'id'));
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    const last = await page.locator('.footer li').last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(
      (await bubble(page).boundingBox())?.y ?? 0,
    );
  });

  test('is not on the page of the diagnosis, nor on paper', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + DIAGNOSIS });
    expect(await bubble(page).count()).toBe(0);
    await page.goto(inject('serverUrl') + GUIDE_PATH);
    await page.emulateMedia({ media: 'print' });
    expect(await bubble(page).isVisible()).toBe(false);
  });

  test.for([PHONE, { viewport: { width: 1280, height: 800 } }])(
    'breaks no rule of axe when it is open, light or dark: $viewport.width px',
    async (device, { visit }) => {
      const page = await visit({ ...device, address: inject('serverUrl') + GUIDE_PATH });
      await bubble(page).click();
      await dialog(page).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { violations } = await new AxeBuilder({ page }).include('chat-bubble').analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
    },
  );
});
