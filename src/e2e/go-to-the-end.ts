import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Presses whatever leads on, and gives the heading of the end: steps fail, questions get their first answer. */
export async function goToTheEnd(page: Page): Promise<string> {
  const onward = page.locator('button[value$=":failed"], button.button[value^="confirm:"], .choice').first();
  while (!(await page.locator('.now--handoff').count())) {
    const before = await page.locator('.diagnosis').innerText();
    await onward.click();
    await expect.poll(() => page.locator('.diagnosis').innerText()).not.toBe(before);
  }
  return page.locator('#now').innerText();
}
