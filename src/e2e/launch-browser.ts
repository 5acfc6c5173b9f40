import chromium from '@sparticuz/chromium';
import { chromium as playwright, type BrowserServer } from 'playwright-core';

/** There is no browser to test with. */
class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';

  constructor(cause: unknown) {
    super(
      process.platform === 'linux'
        ? 'The Chromium that came with `npm ci` does not start here; what it said stands below. ' +
            'It needs glibc and a writable temporary folder.'
        : 'The tests in a browser need Google Chrome on this machine. Install it from ' +
            'https://www.google.com/chrome/, then run `npm run test:e2e` again.',
      { cause },
    );
  }
}

/**
 * Starts the one browser of a test run, without a window: on Linux the Chromium that comes from npm,
 * elsewhere an installed Chrome.
 * @throws {NoBrowserError} when neither starts, with what to do.
 */
export async function launchBrowser(): Promise<BrowserServer> {
  try {
    return process.platform === 'linux'
      ? await playwright.launchServer({
          executablePath: await chromium.executablePath(),
          args: ['--no-sandbox'],
        })
      : await playwright.launchServer({ channel: 'chrome' });
  } catch (cause) {
    throw new NoBrowserError(cause);
  }
}
