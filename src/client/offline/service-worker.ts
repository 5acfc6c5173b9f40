import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import { answerKept, answerPage, answerRefreshed, type AnswerTools } from './answer.ts';
import { choosePolicy } from './cache-policy.ts';
import { hasLanguage, keepLanguage, keepPages } from './keep-site.ts';
import { readOrder } from './message.ts';

// The service worker of the site; `pages/sw.js.ts` bundles it and fills in the two constants.
declare const self: ServiceWorkerGlobalScope;
/** Changes with every build. */
declare const PANDU_VERSION: string;
/** The page to show offline when a page was not kept, and the pages that every device keeps, by language. */
declare const PANDU_PAGES: Readonly<
  Record<Language, { readonly offline: string; readonly always: readonly string[] }>
>;

const PREFIX = 'pandu-';
const CACHE = PREFIX + PANDU_VERSION;

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

self.addEventListener('message', (event) => {
  const order = readOrder(event.data);
  if (order) event.waitUntil(obey(order));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const { origin } = self.location;
  const policy = choosePolicy({
    method: request.method,
    url,
    origin,
    isNavigation: request.mode === 'navigate',
  });
  if (policy === 'leave') return;
  event.respondWith(answer(event, policy, url));
});

async function answer(event: FetchEvent, policy: 'page' | 'keep' | 'refresh', url: URL): Promise<Response> {
  const tools: AnswerTools = {
    cache: await caches.open(CACHE),
    fetch: async (request) => (policy === 'page' ? await preloaded(event) : undefined) ?? fetch(request),
    later: (work) => {
      event.waitUntil(work);
    },
  };
  switch (policy) {
    case 'page':
      return answerPage(event.request, PANDU_PAGES[languageOf(url)].offline, tools);
    case 'keep':
      return answerKept(event.request, tools);
    case 'refresh':
      return answerRefreshed(event.request, tools);
  }
}

/** The browser asks for the page while the worker wakes up, where it can. */
async function preloaded(event: FetchEvent): Promise<Response | undefined> {
  const response: unknown = await event.preloadResponse;
  return response instanceof Response ? response : undefined;
}

/**
 * A new version is ready only when it has everything that the one before had kept, and it takes over
 * when the pages of that one are closed: pages come from the network anyway, so nothing is gained by
 * changing workers under a page that is open.
 */
async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  const { origin } = self.location;
  const always = LANGUAGES.flatMap((lang) => PANDU_PAGES[lang].always);
  await keepPages(cache, always, origin);
  for (const lang of await keptLanguages()) await keepLanguage(cache, lang, origin);
}

async function activate(): Promise<void> {
  for (const name of await formerCaches()) await caches.delete(name);
  // Old browsers do not have it.
  await (self.registration.navigationPreload as NavigationPreloadManager | undefined)?.enable();
  await self.clients.claim();
}

async function obey({ lang, page, everything }: NonNullable<ReturnType<typeof readOrder>>): Promise<void> {
  const cache = await caches.open(CACHE);
  const { origin } = self.location;
  try {
    await keepPages(cache, [page], origin);
    if (everything) await keepLanguage(cache, lang, origin);
  } catch {
    // The network went away or the disk is full; the next page asks again.
  }
}

async function keptLanguages(): Promise<Language[]> {
  const kept = new Set<Language>();
  for (const name of await formerCaches()) {
    const cache = await caches.open(name);
    for (const lang of LANGUAGES) if (await hasLanguage(cache, lang)) kept.add(lang);
  }
  return [...kept];
}

async function formerCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

function languageOf({ pathname }: URL): Language {
  return pathname.startsWith('/en/') ? 'en' : 'id';
}
