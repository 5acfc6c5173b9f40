// Takes the place of the service worker when reading offline is switched off: it removes what was kept and
// itself before it ever takes over, so that it works however broken the worker in use may be.
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(retire());
});

async function retire(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('pandu-')) await caches.delete(name);
  }
  // Not awaited: it is done after the installation, which would wait for it.
  void self.registration.unregister();
}

export {};
