import { LANGUAGES } from '../../core/article/browser.ts';
import type { OfflineOrder } from './message.ts';

/** The page itself comes first: nothing is fetched for later until it has rested this long. */
const REST_MS = 2500;

/**
 * Registers the service worker once the page is at rest, and asks it to keep this language for reading
 * offline; on a connection that saves data, this page alone. Where browsers have no service workers,
 * nothing happens.
 */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const begin = () => setTimeout(() => void register(), REST_MS);
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    if (active)
      whenIdle(() => {
        active.postMessage(order());
      });
  } catch {
    // Private windows and full disks refuse; the site works without.
  }
}

function order(): OfflineOrder {
  const { lang } = document.documentElement;
  return {
    kind: 'keep',
    lang: LANGUAGES.find((known) => known === lang) ?? LANGUAGES[0],
    page: location.pathname,
    everything: !savesData(),
  };
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 10_000 });
  else setTimeout(work, 1000);
}
