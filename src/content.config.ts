import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { Loader, LoaderContext } from 'astro/loaders';
import { CONTENT_ROOT, readContentAgain, siteContent } from './layouts/site-content.ts';

/** An editor that saves several files at once causes one reading. */
const QUIET_MS = 80;

/**
 * Reads `content/` when Astro syncs, so that a build stops when anything in it is wrong, and again on every
 * change in development. Pages take the content itself from `siteContent`; the one entry here only counts
 * the readings, which is how Astro learns that pages are stale.
 */
const readings: Loader = {
  name: 'pandu-content',
  async load(context) {
    await siteContent();
    countReading(context, 1);
    readAgainOnChange(context);
  },
};

function countReading({ store }: LoaderContext, reading: number): void {
  store.set({ id: 'content', data: { reading } });
}

function readAgainOnChange(context: LoaderContext): void {
  const { watcher, logger } = context;
  if (!watcher) return;
  let reading = 1;
  let timer: NodeJS.Timeout | undefined;
  const readAgain = async (): Promise<void> => {
    try {
      await readContentAgain();
      countReading(context, ++reading);
    } catch (error) {
      logger.error(error instanceof Error ? error.message : String(error));
    }
  };
  watcher.add(`${CONTENT_ROOT}/content`);
  watcher.on('all', (_event, path) => {
    if (!path.replaceAll('\\', '/').startsWith(`${CONTENT_ROOT}/content/`)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void readAgain(), QUIET_MS);
  });
}

export const collections = {
  reading: defineCollection({ loader: readings, schema: z.object({ reading: z.number() }) }),
};
