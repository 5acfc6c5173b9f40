import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Article, Content, Service, Sign, Source } from './core/article/index.ts';
import { loadContent } from './server/content/index.ts';

const ROOT = process.env['PANDU_CONTENT_ROOT'] ?? process.cwd();

/** What `content/` said at the last reading; the five collections share one reading. */
let reading: Promise<Content> | undefined;

/** A collection filled from `loadContent`; a build stops when the content has problems, `dev` keeps the last good one. */
function fromContent(
  name: string,
  entries: (content: Content) => Iterable<readonly [id: string, data: object]>,
): Loader {
  const fill = async ({ store }: LoaderContext): Promise<void> => {
    reading ??= loadContent(ROOT);
    const content = await reading;
    store.clear();
    for (const [id, data] of entries(content)) store.set({ id, data: { ...data } });
  };
  return {
    name: `pandu-${name}`,
    async load(context) {
      await fill(context);
      const { watcher, logger } = context;
      if (!watcher) return;
      watcher.add(`${ROOT}/content`);
      watcher.on('all', (_event, path) => {
        if (!path.includes('/content/')) return;
        reading = undefined;
        fill(context).catch((error: unknown) => {
          logger.error(error instanceof Error ? error.message : String(error));
        });
      });
    },
  };
}

export const collections = {
  article: defineCollection({
    loader: fromContent('article', ({ articles }) => articles.map((a) => [`${a.lang}/${a.id}`, a])),
    schema: z.custom<Article>(),
  }),
  sign: defineCollection({ loader: fromContent('sign', ({ signs }) => signs), schema: z.custom<Sign>() }),
  source: defineCollection({
    loader: fromContent('source', ({ sources }) => sources),
    schema: z.custom<Source>(),
  }),
  service: defineCollection({
    loader: fromContent('service', ({ services }) => services.map((s) => [s.slug, s])),
    schema: z.custom<Service>(),
  }),
  code: defineCollection({
    loader: fromContent('code', ({ codes }) => [...codes].map(([code, id]) => [code, { id }])),
    schema: z.object({ id: z.string() }),
  }),
};
