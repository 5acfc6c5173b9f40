import node from '@astrojs/node';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { globSync } from 'node:fs';
import { devServer } from './src/server/api/dev-integration.ts';

const isStatic = process.env.PANDU_STATIC === '1';

/** Without a server every page is made beforehand; the search page then fills itself in the browser. */
const prerenderAll = {
  name: 'pandu-prerender-all',
  hooks: {
    'astro:route:setup': ({ route }) => {
      route.prerender = true;
    },
  },
};

const SERVER_PAGES = 'src/pages/_server';

/** Pages that a server alone can answer lie in a folder that makes no routes: a build without one has none of them. */
const addServerPages = {
  name: 'pandu-server-pages',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (const file of globSync('**/*.astro', { cwd: SERVER_PAGES })) {
        const pattern = `/${file.replaceAll('\\', '/').replace(/(?:(?<=^|\/)index)?\.astro$/, '')}`;
        injectRoute({ pattern, entrypoint: `./${SERVER_PAGES}/${file}` });
      }
    },
  },
};

// Pages that only lead elsewhere, answer one reader or stand in for another page stay out of the sitemap.
const UNLISTED =
  /\/(g\/|404|cari\/|search\/|luring\/|offline\/|widget-demo\/|kontak\/|contact\/|tiket\/|ticket\/|agent\/)/;

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  output: 'static',
  trailingSlash: 'always',
  ...(isStatic ? {} : { adapter: node({ mode: 'middleware' }) }),
  integrations: [
    devServer(),
    isStatic ? prerenderAll : addServerPages,
    sitemap({
      i18n: { defaultLocale: 'id', locales: { id: 'id', en: 'en' } },
      filter: (page) => !UNLISTED.test(page),
    }),
  ],
  build: { inlineStylesheets: 'never' },
  // Scripts and images stay files of their own, so that the content security policy allows nothing inline.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});
