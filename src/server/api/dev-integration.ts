import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import type { DevHandler } from './mount-dev-server.ts';

/**
 * Gives `astro dev` what the server gives: the API, the index files for browsers, permalinks, and
 * `Astro.locals.search`. It reads `content/` anew after each change. A build is left alone.
 */
export function devServer(): AstroIntegration {
  return {
    name: 'pandu-dev-server',
    hooks: {
      'astro:config:setup': ({ command, config, logger, updateConfig }) => {
        if (command !== 'dev') return;
        const root = fileURLToPath(config.root);
        const log = (line: string) => {
          logger.error(line);
        };
        updateConfig({ vite: { plugins: [vitePlugin(root, log)] } });
      },
    },
  };
}

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

function vitePlugin(root: string, log: (line: string) => void): VitePlugin {
  return {
    name: 'pandu-dev-server',
    enforce: 'post',
    async configureServer(server) {
      // Only `astro dev` needs these, and this file is read by every build.
      const { openLiveContent, readForWriter } = await import('./live-content.ts');
      const { mountDevServer } = await import('./mount-dev-server.ts');
      const { readSettings } = await import('../settings/index.ts');
      const live = openLiveContent(() => readForWriter(root));
      // Astro puts its check of the slash at the end of an address before all else, once it is set up; the
      // addresses of the API have none, so the app goes before that.
      return () => {
        const use = (handle: DevHandler) => server.middlewares.stack.unshift({ route: '', handle });
        mountDevServer(
          { watcher: server.watcher, middlewares: { use } },
          path.join(root, 'content'),
          live,
          readSettings(process.env),
          log,
        );
      };
    },
  };
}
