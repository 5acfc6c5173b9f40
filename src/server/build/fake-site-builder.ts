import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteBuilder } from './site-builder.ts';

/**
 * A site builder for tests: writes a home page that holds `text`, as Astro would lay it out.
 * `meanwhile` runs after the first file is written, to fail, to wait or to look.
 */
export function fakeSiteBuilder(
  text: string,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): SiteBuilder {
  return async ({ folder, mode }) => {
    const client = mode === 'server' ? path.join(folder, 'client') : folder;
    await mkdir(client, { recursive: true });
    await writeFile(path.join(client, 'index.html'), text);
    await meanwhile();
    await writeFile(path.join(client, '404.html'), 'not found');
  };
}
