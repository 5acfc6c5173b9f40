import type { Page } from 'playwright-core';
import type { Language } from '../core/article/browser.ts';
import { pathOf } from '../i18n/index.ts';
import { GUIDE } from './page-kinds.ts';

/** The smallest image that there is. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** An image as a reader picks it. */
export const PICTURE = { name: 'bukti.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') };

/** Whoever comes to the page for writing to an agent from a guide. */
export function contactFrom(site: string, lang: Language): string {
  return `${site}${pathOf('contact', lang)}?${new URLSearchParams({ article: GUIDE }).toString()}`;
}

/** Writes to an agent and waits for the page of the ticket. */
export async function writeToAgent(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text);
  await page.locator('.letter button[value="send"]').click();
  await page.locator('.thread').waitFor();
}
