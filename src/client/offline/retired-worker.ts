// Takes the place of the service worker when reading offline is switched off: it removes what was kept and itself.
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(retire());
});

async function retire(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('pandu-')) await caches.delete(name);
  }
  await self.registration.unregister();
}

export {};
