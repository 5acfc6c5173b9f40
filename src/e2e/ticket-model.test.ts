import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { pathOf } from '../i18n/index.ts';
import { deskWords } from '../i18n/ticket-text.ts';
import { quoteFirst } from '../server/language-model/fake-openai-server.ts';
import { startModelSite } from './fake-model-site.ts';
import { test, type Visit } from './visitor.ts';

const { words } = diagnosisText('id');
const { exactly, withConversation } = deskWords('id');

/** Asks for a person where the server keeps the conversation. */
async function reachAgent(
  visit: Visit,
  site: string,
  prepare?: (page: Page) => Promise<void>,
): Promise<Page> {
  const page = await visit({ address: site + pathOf('diagnosis', 'id') });
  await prepare?.(page);
  await page.getByText(words.sentToModel).waitFor();
  await page.locator('#tell').fill('transfer udah berhasil tapi temen saya bilang belum masuk');
  await page.locator('#tell').press('Enter');
  await page.getByText(words.byModel).waitFor();
  await page.locator('button[value="person"]').first().click();
  await page.locator('reader-desk [data-what]').waitFor();
  return page;
}

/** The script of the packet arrives after the one of the way to an agent has begun. */
async function delayPacket(page: Page): Promise<void> {
  await page.route(/draw-packet-element/, async (route) => {
    await page.waitForFunction(() => customElements.get('reader-desk') !== undefined);
    await route.continue();
  });
}

/** What is posted to the desk when the reader presses. */
async function send(page: Page): Promise<unknown> {
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/api/v1/tickets')),
    page.locator('reader-desk button').click(),
  ]);
  await page.locator('.sent__reference').waitFor();
  return request.postDataJSON();
}

describe('an agent where the server keeps the conversation', () => {
  test('sees it beside a packet that is whole, and the assistant falls silent', async ({ visit }) => {
    const { url } = await startModelSite(quoteFirst);
    const page = await reachAgent(visit, url);
    await expect.poll(() => page.locator('[data-what]').innerText()).toBe(withConversation);
    const posted = await send(page);
    expect(posted).toHaveProperty('conversation');
    expect(posted).toHaveProperty('conversationSecret');
    await page.reload();
    await page.locator('.sent__reference').waitFor();
    expect(await page.locator('#tell').count()).toBe(0);
  });

  test.for([
    ['at once', undefined],
    ['late', delayPacket],
  ] as const)(
    'sees the packet alone once the reader has left something out; its script came %s',
    async ([, prepare], { visit }) => {
      const { url } = await startModelSite(quoteFirst);
      const page = await reachAgent(visit, url, prepare);
      // Before the script of the packet is there, the box counts as unchecked and nothing would happen.
      await expect.poll(() => page.locator('[data-part="said"]').isChecked()).toBe(true);
      await page.locator('[data-part="said"]').uncheck();
      await expect.poll(() => page.locator('[data-what]').innerText()).toBe(exactly);
      const posted = await send(page);
      expect(posted).not.toHaveProperty('conversation');
      expect(posted).not.toHaveProperty('conversationSecret');
      expect(JSON.stringify(posted)).not.toContain('temen saya');
    },
  );
});
