import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { AGENTS } from '../i18n/agents-text.ts';
import { pathOf } from '../i18n/index.ts';
import { test, type Visit } from './visitor.ts';

const WORDS = 'otp dari bank tidak masuk';

describe('an agent whose hands stay on the keyboard', () => {
  test.for(['serverUrl', 'staticUrl'] as const)(
    'copies a guide as WhatsApp text with its short address (%s)',
    async (site, { visit }) => {
      const page = await openDesk(visit, inject(site));
      await page.keyboard.type(WORDS);
      await page.getByRole('treeitem').nth(1).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      const text = await copied(page, 'WhatsApp');
      expect(text).toMatch(/^\*[^*\n]+\*\n/);
      expect(text).toMatch(/\n1\. /);
      await page.keyboard.type('transfer');
      expect(await page.locator(':focus').inputValue()).toBe('transfer');
      const address = /http\S+\/g\/\w+\/?/.exec(text)?.[0] ?? '';
      await page.goto(address);
      await page.waitForURL(/\/banking\/[a-z-]+\/$/);
      const title = /^\*([^*]+)\*/.exec(text)?.[1];
      expect(await page.locator('h1').innerText()).toBe(title);
    },
  );

  test.for(['Tab', 'ArrowRight'])('opens the steps with %s and copies only one', async (key, { visit }) => {
    const page = await openDesk(visit);
    await page.keyboard.type(WORDS);
    await page.getByRole('treeitem').first().waitFor();
    await page.keyboard.press(key);
    const steps = page.locator('[aria-level="2"] .desk__title');
    await steps.first().waitFor();
    await page.keyboard.press('ArrowDown');
    const action = await page.locator('[aria-selected="true"] .desk__title').innerText();
    expect(action).toBe(await steps.nth(1).innerText());
    await page.keyboard.press('Enter');
    const text = await copied(page, action);
    expect(text).toContain(action);
    expect(text).not.toContain(await steps.first().innerText());
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('[aria-level="2"]').count()).toBe(0);
    expect(await isInBox(page)).toBe(true);
  });

  test('changes the format with Alt and a digit, and finds it so the next day', async ({ visit }) => {
    const page = await openDesk(visit);
    await page.keyboard.type(WORDS);
    await page.getByRole('treeitem').first().waitFor();
    const seen: string[] = [];
    for (const [index, name] of AGENTS.id.formats.entries()) {
      await page.keyboard.press(`Alt+Digit${index + 1}`);
      await page.keyboard.press('Enter');
      seen.push(await copied(page, `(${name})`));
    }
    const [whatsApp, plain, markdown, html] = seen;
    expect(whatsApp).toMatch(/^\*\S/);
    expect(plain).toMatch(/^\w/);
    expect(markdown).toMatch(/\*\*[^*]+\*\*/);
    expect(html).toBe(plain);
    expect(await copiedHtml(page)).toMatch(/<ol>.*<a href="http/s);
    await page.reload();
    expect(await page.getByRole('radio', { name: 'HTML' }).isChecked()).toBe(true);
  });

  test("changes the reader's language with Alt-L", async ({ visit }) => {
    const page = await openDesk(visit);
    await page.keyboard.type('otp bank');
    await page.getByRole('treeitem').first().waitFor();
    await page.keyboard.press('Alt+KeyL');
    await page.getByRole('treeitem', { name: 'EN' }).first().waitFor();
    await page.keyboard.press('Enter');
    expect(await copied(page, 'WhatsApp')).toMatch(/\/en\/g\/\w+/);
    expect(await isInBox(page)).toBe(true);
  });

  test('finds what was copied last in the empty box, and the shortcuts with "?"', async ({ visit }) => {
    const page = await openDesk(visit);
    await page.keyboard.type(WORDS);
    await page.getByRole('treeitem').first().waitFor();
    const title = await page.locator('[aria-selected="true"] .desk__title').innerText();
    await page.keyboard.press('Enter');
    await copied(page, title);
    await page.keyboard.press('Escape');
    await page.getByText(AGENTS.id.desk.recent).waitFor();
    expect(await page.getByRole('treeitem').first().innerText()).toContain(title);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: AGENTS.id.shortcuts });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await isInBox(page)).toBe(true);
  });
});

async function openDesk(visit: Visit, site = inject('serverUrl')): Promise<Page> {
  const page = await visit({
    address: site + pathOf('agents', 'id'),
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await expect.poll(() => isInBox(page)).toBe(true);
  return page;
}

/** What lies on the clipboard, once the desk has said so with `words`. */
async function copied(page: Page, words: string): Promise<string> {
  await expect.poll(() => page.locator('[data-desk-toast]').innerText()).toContain(words);
  expect(await isInBox(page)).toBe(true);
  return page.evaluate(() => navigator.clipboard.readText());
}

function copiedHtml(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item?.getType('text/html');
    return (await blob?.text()) ?? '';
  });
}

function isInBox(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.matches('[data-desk-field]') ?? false);
}
