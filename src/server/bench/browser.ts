import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/** Where a Chromium that needs no installing lies; undefined where it does not run (then use Chrome). */
export async function findChromium(): Promise<string | undefined> {
  return process.platform === 'linux' ? chromium.executablePath() : undefined;
}

/** A browser without a window: the Chromium that comes from npm, elsewhere an installed Chrome. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  return executablePath === undefined
    ? playwright.launch({ channel: 'chrome' })
    : playwright.launch({ executablePath, args: ['--no-sandbox', '--enable-precise-memory-info'] });
}
