import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FAKE_KNOWLEDGE } from '../../core/assistant/fake-knowledge.ts';
import type { SearchRequest } from '../../core/search/browser.ts';
import { readSettings } from '../settings/index.ts';
import { fakeParts } from './fake-parts.ts';
import { mountDevServer, type DevHandler } from './mount-dev-server.ts';

let server: Server;
let address: string;
let forgotten: number;
let change: (file: string) => void;
beforeEach(async () => {
  forgotten = 0;
  let handle: DevHandler = (_, __, next) => {
    next();
  };
  const live = {
    read: () =>
      Promise.resolve({
        content: {
          articles: [],
          signs: new Map(),
          sources: new Map(),
          services: [],
          codes: new Map([['b2c', 'banking/otp']]),
        },
        index: { 'id.json': '{"lang":"id"}', 'id-terms-1.txt': 'terms' },
        search: fakeParts().search,
        knowledge: () => Promise.resolve(FAKE_KNOWLEDGE),
      }),
    forget: () => {
      forgotten++;
    },
  };
  mountDevServer(
    {
      watcher: {
        on: (_, listener) =>
          (change = (file) => {
            listener('change', file);
          }),
      },
      middlewares: { use: (handler) => (handle = handler) },
    },
    '/repository/content',
    live,
    readSettings({}),
    () => undefined,
  );
  server = createServer((request, response) => {
    handle(request, response, () => {
      // As Astro would make a page of the request's locals.
      const { search } = localsSchema.parse(Reflect.get(request, Symbol.for('astro.locals')));
      void search({ query: 'otp\0', lang: 'id' }).then((found) => response.end(JSON.stringify(found)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('mountDevServer', () => {
  it.each([
    ['/api/v1/search?q=otp', 200],
    ['/api/v1/search?q=', 400],
    ['/api/v1/articles/banking/otp', 404],
    ['/healthz', 200],
    ['/search-data/id.json', 200],
    ['/search-data/id-terms-1.txt', 200],
    ['/search-data/en.json', 404],
    ['/search-data/toString', 404],
    ['/g/b2c', 302],
    ['/en/g/b2c/', 302],
  ])('answers %s with %i', async (path, status) => {
    expect((await fetch(address + path, { redirect: 'manual' })).status).toBe(status);
  });

  it.each(['/', '/cari/?q=otp', '/src/client/search.ts', '/@vite/client', '/government/'])(
    'leaves %s to Astro, with a search that forgives',
    async (path) => {
      expect(await (await fetch(address + path)).json()).toMatchObject({ query: 'otp ', mode: 'lexical' });
    },
  );

  it('reads the content again after a change in it, not elsewhere', () => {
    change('/repository/src/pages/index.astro');
    change('/repository/content-notes.md');
    expect(forgotten).toBe(0);
    change('/repository/content/article/banking/otp/id.md');
    expect(forgotten).toBe(1);
  });
});

const localsSchema = z.object({
  search: z.custom<(request: SearchRequest) => Promise<unknown>>((value) => typeof value === 'function'),
});
