import { describe, inject } from 'vitest';
import { pathOf } from '../i18n/index.ts';
import { checkBothSchemes } from './check-accessibility.ts';
import { NOT_FOUND, PAGE_KINDS } from './page-kinds.ts';
import { test } from './visitor.ts';

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
