import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { messages, pathOf } from '../i18n/index.ts';
import { test } from './visitor.ts';

const WORDS = 'otp ga masuk2';
const GUIDES = ['banking/otp-not-received', 'e-commerce/otp-not-received'];

describe('a reader with only a keyboard', () => {
  test('types in a hurry on the home page and opens the right guide', async ({ visit }) => {
    const page = await visit();
    await page.keyboard.press('/');
    await page.keyboard.type(WORDS);
    const option = page.getByRole('option').first();
    await option.waitFor();
    expect(await option.getAttribute('aria-selected')).toBe('false');
    await expect.poll(() => announced(page)).toMatch(/^\d+ panduan\. Pilih dengan panah bawah\.$/);
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('[role="option"][aria-selected="true"]');
    await chosen.waitFor();
    const field = page.locator(':focus');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    const title = await chosen.locator('.suggestion__title').innerText();
    await page.keyboard.press('Enter');
    await page.waitForURL(/not-received/);
    const guides = GUIDES.map((id) => pathOf('guide', 'id', { id }));
    expect(guides).toContain(new URL(page.url()).pathname);
    expect(await page.locator('h1').innerText()).toBe(title);
  });

  test('presses Enter without choosing and gets the page with all results', async ({ visit }) => {
    const page = await visit();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(WORDS);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cari/?q=*');
    expect(await page.locator('[data-search-hits] a').count()).toBeGreaterThan(3);
    expect(await page.title()).toContain(WORDS);
  });

  test('closes the list with Escape, and empties the box with the next', async ({ visit }) => {
    const page = await visit();
    await page.keyboard.press('/');
    await page.keyboard.type(WORDS);
    const list = page.getByRole('listbox', { name: 'Panduan yang cocok' });
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    const field = page.locator('#home-search');
    expect(await field.inputValue()).toBe(WORDS);
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('');
  });

  test.for([
    ['/', 'a guide in Indonesian', pathOf('guide', 'id', { id: 'banking/transfer-pending' })],
    ['Control+k', 'a guide in Indonesian', pathOf('guide', 'id', { id: 'banking/transfer-pending' })],
    ['/', 'a sector in English', pathOf('sector', 'en', { sector: 'education' })],
    ['Control+k', 'the services in English', pathOf('services', 'en')],
  ] as const)('reaches the box with %s on %s', async ([keys, , path], { visit }) => {
    const page = await visit({ address: inject('serverUrl') + path });
    await page.keyboard.press(keys);
    expect(await page.locator(':focus').getAttribute('id')).toBe('header-search');
    await page.keyboard.type('/otp');
    expect(await page.locator(':focus').inputValue()).toBe('/otp');
    const combobox = page.getByRole('combobox', {
      name: messages(path.startsWith('/en') ? 'en' : 'id').search.label,
    });
    await page.getByRole('option').first().waitFor();
    expect(await combobox.getAttribute('aria-expanded')).toBe('true');
  });

  test('walks through a guide with Tab and is never lost', async ({ visit }) => {
    const path = pathOf('guide', 'id', { id: 'banking/otp-not-received' });
    const page = await visit({ address: inject('serverUrl') + path });
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe(messages('id').skipToContent);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isInContent = await page.evaluate(
      () => document.querySelector('main')?.contains(document.activeElement) ?? false,
    );
    expect(isInContent).toBe(true);
    const outline = await page
      .locator(':focus')
      .evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline).not.toBe('none');
  });
});

/** What a screen reader was told last by the box of the home page. */
async function announced(page: Page): Promise<string> {
  return page.locator('search-box [role="status"]').innerText();
}
