/** A page that this device can show without a connection. */
interface KeptPage {
  readonly path: string;
  readonly title: string;
}

/** Titles end with the name of the site, which a list of its own pages need not repeat. */
const SITE_NAME = / · [^·]+$/;
const MOST_LISTED = 60;

/** Fills the place for it on the offline page with the guides that this device has kept. */
export function listKeptPages(): void {
  const host = document.querySelector<HTMLElement>('[data-kept-pages]');
  if (host) void fill(host);
}

async function fill(host: HTMLElement): Promise<void> {
  const list = host.querySelector('[data-kept-list]');
  const none = host.querySelector<HTMLElement>('[data-kept-none]');
  const pages = await readKeptPages(host.dataset['keptPages'] === 'en' ? '/en/' : '/');
  if (none) none.hidden = pages.length > 0;
  for (const { path, title } of pages.slice(0, MOST_LISTED)) {
    const link = Object.assign(document.createElement('a'), { href: path, textContent: title });
    const item = document.createElement('li');
    item.append(link);
    list?.append(item);
  }
}

async function readKeptPages(root: string): Promise<KeptPage[]> {
  if (!('caches' in globalThis)) return [];
  const pages = new Map<string, KeptPage>();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const path = new URL(url).pathname;
      if (!isGuide(path, root)) continue;
      const response = await cache.match(url);
      const title = response && readTitle(await response.text());
      if (title) pages.set(path, { path, title });
    }
  }
  return [...pages.values()].sort((a, b) => a.title.localeCompare(b.title));
}

/** A guide lies two folders below the root of its language. */
function isGuide(path: string, root: string): boolean {
  if (!path.startsWith(root)) return false;
  const parts = path.slice(root.length).split('/');
  const isOtherLanguage = root === '/' && parts[0] === 'en';
  return (
    parts.length === 3 &&
    parts[2] === '' &&
    !isOtherLanguage &&
    !/^(layanan|services|g|offline|_astro)$/.test(parts[0] ?? '')
  );
}

function readTitle(html: string): string | undefined {
  return new DOMParser().parseFromString(html, 'text/html').title.replace(SITE_NAME, '') || undefined;
}
