import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Settings } from '../settings/index.ts';
import type { AppParts } from './app-parts.ts';
import { createApp } from './create-app.ts';
import { openDevConversations } from './dev-conversations.ts';
import type { LiveContent } from './live-content.ts';
import { pageLocals } from './page-locals.ts';
import { forgiveQuery } from './page-search.ts';

/** A handler that leaves to `next` what is not its own. */
export type DevHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What is used of Vite's development server. */
export interface DevServer {
  readonly watcher: { on(event: 'all', listener: (event: string, file: string) => void): unknown };
  readonly middlewares: { use(handler: DevHandler): unknown };
}

/** Addresses that the app answers; all others are Astro's. */
const OURS = /^\/(api\/|search-data\/|(en\/)?g\/|(healthz|readyz|metrics)$)/;
/** Where Astro's development server looks for the locals of a request. */
const LOCALS = Symbol.for('astro.locals');

/** Puts the app before Astro's own pages; `content` is the folder whose changes count. */
export function mountDevServer(
  server: DevServer,
  content: string,
  live: LiveContent,
  settings: Settings,
  log: (line: string) => void,
): void {
  server.watcher.on('all', (_, file) => {
    if (file.startsWith(content + path.sep)) live.forget();
  });
  const parts = partsOf(live, settings, log);
  const app = createApp(parts);
  const serve = getRequestListener((request, env) => app.fetch(request, env), {
    overrideGlobalObjects: false,
  });
  const search = forgiveQuery(async (request) => (await live.read()).search(request));
  server.middlewares.use((request, response, next) => {
    Reflect.set(request, LOCALS, { ...pageLocals(parts), search });
    if (OURS.test(new URL(request.url ?? '/', 'http://localhost').pathname)) void serve(request, response);
    else next();
  });
}

function partsOf(live: LiveContent, settings: Settings, log: (line: string) => void): AppParts {
  return {
    ...openDevConversations(live, settings, log),
    stopping: new AbortController().signal,
    search: async (request) => (await live.read()).search(request),
    readArticle: async (lang, id) =>
      (await live.read()).content.articles.find((article) => article.lang === lang && article.id === id),
    resolveCode: async (code) => (await live.read()).content.codes.get(code),
    files: {
      answer: (request) => answerIndexFile(new URL(request.url).pathname, live),
      answerWith: () => Promise.resolve(undefined),
    },
    renderPage: () => Promise.resolve(undefined),
    siteUrl: 'http://localhost:4321',
    isReady: () => true,
    now: () => performance.now(),
    log,
  };
}

async function answerIndexFile(address: string, live: LiveContent): Promise<Response | undefined> {
  const name = /^\/search-data\/([\w.-]+)$/.exec(address)?.[1];
  if (name === undefined) return undefined;
  const { index } = await live.read();
  const text = Object.hasOwn(index, name) ? index[name] : undefined;
  if (text === undefined) return undefined;
  const type = name.endsWith('.json') ? 'application/json' : 'text/plain; charset=utf-8';
  return new Response(text, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } });
}
