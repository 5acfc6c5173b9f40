import type { Content } from '../core/article/index.ts';
import { loadContent, shareContent, sharedContent } from '../server/content/index.ts';

/** Where `content/` lies: the top of the repository, or a copy of it to try things on. */
export const CONTENT_ROOT = (process.env['PANDU_CONTENT_ROOT'] ?? process.cwd()).replaceAll('\\', '/');

/** The content as last read in this process; the first call reads it. Rejects when anything in it is wrong. */
export function siteContent(): Promise<Content> {
  return sharedContent(CONTENT_ROOT);
}

/** Reads the content again; when it has problems, the last good reading stays and the problems are thrown. */
export async function readContentAgain(): Promise<void> {
  shareContent(await loadContent(CONTENT_ROOT));
}
