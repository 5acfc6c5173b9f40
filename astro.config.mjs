import node from '@astrojs/node';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
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

// Pages that only lead elsewhere, answer one reader or stand in for another page stay out of the sitemap.
const UNLISTED = /\/(g\/|404|cari\/|search\/|luring\/|offline\/|widget-demo\/)/;

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  output: 'static',
  trailingSlash: 'always',
  ...(isStatic ? {} : { adapter: node({ mode: 'middleware' }) }),
  integrations: [
    devServer(),
    ...(isStatic ? [prerenderAll] : []),
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
