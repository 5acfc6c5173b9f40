import path from 'node:path';
import type { AstroIntegration } from 'astro';

/**
 * Gives `astro dev` what the server gives: the API, the index files for browsers, permalinks, and
 * `Astro.locals.search`. It reads `content/` anew after each change. A build is left alone.
 */
export function devServer(): AstroIntegration {
  return {
    name: 'pandu-dev-server',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        // Only `astro dev` needs the rest, and this file is read by every build.
        const { mountDevServer } = await import('./mount-dev-server.ts');
        const { openLiveContent, readForWriter } = await import('./live-content.ts');
        const root = process.cwd();
        const live = openLiveContent(() => readForWriter(root));
        mountDevServer(server, path.join(root, 'content'), live, (line) => {
          logger.error(line);
        });
      },
    },
  };
}
