import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, inject, test as base } from 'vitest';

export interface VisitOptions extends BrowserContextOptions {
  /** Where the visit begins. Default: the home page of the real server. */
  readonly address?: string;
  /** What the browser may complain about; anything else in its console fails the test. */
  readonly expected?: RegExp;
}

/** Opens the site as somebody new, in a browser without history, and gives the first page. */
export type Visit = (options?: VisitOptions) => Promise<Page>;

export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
} as const satisfies BrowserContextOptions;

/** Longer than the slowest machine needs for one step. */
const STEP_MS = 60_000;

/**
 * A test with `visit`. Visits share nothing and end with the test. Unless a visit wants a service worker, there
 * is none. What goes wrong on a page on the way, a breach of the content security policy included, fails the test.
 */
export const test = base.extend<{ browser: Browser; visit: Visit }>({
  // Vitest reads from the pattern which fixtures this one needs: none.
  browser: async ({}, use) => {
    const browser = await chromium.connect(inject('browserEndpoint'));
    await use(browser);
    await browser.close();
  },
  visit: async ({ browser }, use) => {
    const complaints: string[] = [];
    await use(async ({ address = inject('serverUrl'), expected, ...options } = {}) => {
      const context = await browser.newContext({ serviceWorkers: 'block', ...options });
      context.setDefaultTimeout(STEP_MS);
      const complain = (text: string) => {
        if (!expected?.test(text)) complaints.push(text);
      };
      context.on('console', (message) => {
        if (message.type() === 'error') complain(`${message.page()?.url() ?? ''} says: ${message.text()}`);
      });
      context.on('weberror', (fault) => {
        complain(`${fault.page()?.url() ?? ''} fails: ${String(fault.error())}`);
      });
      const page = await context.newPage();
      await page.goto(address);
      return page;
    });
    expect(complaints).toEqual([]);
  },
});
