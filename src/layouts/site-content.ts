import type { Content } from '../core/article/index.ts';
import { loadContent } from '../server/content/index.ts';

/** Where `content/` lies: the top of the repository, or a copy of it to try things on. */
export const CONTENT_ROOT = (process.env['PANDU_CONTENT_ROOT'] ?? process.cwd()).replaceAll('\\', '/');

// Astro runs its content configuration and the built pages as separate copies of this module in one
// process. Both find the same reading here; passing ten thousand guides through Astro's store instead
// costs minutes, since the store is written, bundled and parsed again as text.
const holder = globalThis as { panduContent?: Promise<Content> };

/** The content as last read in this process; the first call reads it. Rejects when anything in it is wrong. */
export function siteContent(): Promise<Content> {
  holder.panduContent ??= loadContent(CONTENT_ROOT);
  return holder.panduContent;
}

/** Reads the content again; when it has problems, the last good reading stays and the problems are thrown. */
export async function readContentAgain(): Promise<void> {
  const content = await loadContent(CONTENT_ROOT);
  holder.panduContent = Promise.resolve(content);
}
