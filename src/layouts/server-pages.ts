import type { AstroIntegration } from 'astro';

/** Below `src/pages/`, in a folder that makes no routes by itself. */
const FOLDER = './src/pages/_server';
const PAGES = {
  '/kontak': 'kontak.astro',
  '/en/contact': 'en/contact.astro',
  '/tiket': 'tiket/index.astro',
  '/en/ticket': 'en/ticket/index.astro',
  '/tiket/[token]': 'tiket/[token].astro',
  '/en/ticket/[token]': 'en/ticket/[token].astro',
} as const;

/** Pages that need a server; a static build leaves this out and has none of them. */
export function serverPages(): AstroIntegration {
  return {
    name: 'pandu-server-pages',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const [pattern, file] of Object.entries(PAGES))
          injectRoute({ pattern, entrypoint: `${FOLDER}/${file}`, prerender: false });
      },
    },
  };
}
