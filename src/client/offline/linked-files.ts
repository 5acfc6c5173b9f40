const ATTRIBUTE = /(?:href|src)="(\/_astro\/[^"?#]+)"/g;
const STYLE_URL = /url\((["']?)([^"')]+)\1\)/g;
const IMPORT = /["'`](?:\/|\.\/)?((?:_astro\/)?[\w.@-]+\.(?:js|css))["'`]/g;

/** The hashed files that a page, style sheet or script names: what it cannot do without offline. */
export function findLinkedFiles(text: string, address: URL): string[] {
  const found = new Set<string>();
  const add = (reference: string, base: URL) => {
    const url = new URL(reference, base);
    if (url.origin === address.origin && url.pathname.startsWith('/_astro/')) found.add(url.pathname);
  };
  if (address.pathname.endsWith('.css')) {
    for (const [, , reference = ''] of text.matchAll(STYLE_URL)) add(reference, address);
  } else if (address.pathname.endsWith('.js')) {
    for (const [, reference = ''] of text.matchAll(IMPORT)) {
      add(reference.startsWith('_astro/') ? `/${reference}` : reference, address);
    }
  } else {
    for (const [, reference = ''] of text.matchAll(ATTRIBUTE)) add(reference, address);
  }
  return [...found];
}
