import type { Content } from '../../core/article/index.ts';
import { loadContent } from './load-content.ts';

// A build reads the content, then Astro runs its content configuration and the built pages as separate
// copies of this module in the same process. All find one reading here; passing ten thousand guides
// through Astro's store instead costs minutes, since it is written, bundled and parsed again as text.
const holder = globalThis as { panduContent?: Promise<Content> };

/** The content as last read in this process; the first call reads it. Rejects when anything in it is wrong. */
export function sharedContent(root: string): Promise<Content> {
  holder.panduContent ??= loadContent(root);
  return holder.panduContent;
}

/** Makes `content` what every later call of `sharedContent` in this process gives. */
export function shareContent(content: Content): void {
  holder.panduContent = Promise.resolve(content);
}
