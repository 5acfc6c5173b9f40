import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { pathOf } from '../i18n/index.ts';
import { NOT_FOUND, PAGE_KINDS } from './page-kinds.ts';
import { test } from './visitor.ts';

const DESIGNS = {
  light: { ink: 'rgb(28, 35, 33)', paper: 'rgb(251, 248, 242)' },
  dark: { ink: 'rgb(236, 230, 218)', paper: 'rgb(22, 26, 24)' },
};

describe('every kind of page', () => {
  test.for(PAGE_KINDS)(
    'breaks no rule of axe in its light and in its dark design: $name in $lang',
    async ({ name, path }, { visit }) => {
      const page = await visit({
        address: inject('serverUrl') + path,
        viewport: { width: 390, height: 844 },
        ...(name === 'not found' && { expected: NOT_FOUND }),
      });
      await checkBothSchemes(page);
    },
  );
});

describe('what opens on a page', () => {
  test('breaks no rule of axe: the list of the search', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + pathOf('services', 'id') });
    await page.locator('#header-search').fill('otp tidak masuk');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await checkBothSchemes(page);
  });

  test('breaks no rule of axe: the desk with open steps, and its shortcuts', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + pathOf('agents', 'id') });
    await page.getByRole('combobox').fill('otp tidak masuk');
    await page.getByRole('treeitem').first().waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('[aria-level="2"]').first().waitFor();
    await checkBothSchemes(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await checkBothSchemes(page);
  });

  test('breaks no rule of axe: the answer about a contact', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + pathOf('checkContact', 'id') });
    await page.locator('#contact').fill('https://bca.co.id.example.org/');
    await page.keyboard.press('Enter');
    await page.locator('.check__found').waitFor();
    await checkBothSchemes(page);
  });
});

async function checkBothSchemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await colours(page)).toEqual(DESIGNS[colorScheme]);
    expect(await violations(page), colorScheme).toEqual([]);
  }
}

/** Each broken rule with the places where it is broken. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`,
  );
}

function colours(page: Page): Promise<{ ink: string; paper: string }> {
  return page.locator('body').evaluate((body) => {
    const { color, backgroundColor } = getComputedStyle(body);
    return { ink: color, paper: backgroundColor };
  });
}
