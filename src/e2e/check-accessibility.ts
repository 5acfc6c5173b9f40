import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const DESIGNS = {
  light: { ink: 'rgb(28, 35, 33)', paper: 'rgb(251, 248, 242)' },
  dark: { ink: 'rgb(236, 230, 218)', paper: 'rgb(22, 26, 24)' },
};

/** Fails where the page, as it stands, breaks a rule of axe in its light or its dark design. */
export async function checkBothSchemes(page: Page): Promise<void> {
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
