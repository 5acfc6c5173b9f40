import type { APIRoute } from 'astro';
import { LANGUAGES } from '../core/article/browser.ts';
import { pathOf } from '../i18n/index.ts';
import { bundleScripts } from '../layouts/bundle-scripts.ts';
import { fingerprintSources } from '../server/release/index.ts';

export const prerender = true;

const FOLDER = 'src/client/offline/';
const VERSION_LENGTH = 12;

/**
 * The service worker, bundled into one file at an address that never changes, named by the sources of
 * the build. With `PANDU_OFFLINE=off` it is one that removes itself and what was kept.
 */
export const GET: APIRoute = async ({ site }) => {
  const root = process.cwd();
  const isOff = process.env['PANDU_OFFLINE'] === 'off';
  const mode = process.env['PANDU_STATIC'] === '1' ? 'static' : 'server';
  const fingerprint = await fingerprintSources(root, { mode, siteUrl: site?.href ?? '', embedder: '' });
  const pages = LANGUAGES.map((lang) => {
    const offline = pathOf('offline', lang);
    return [lang, { offline, always: [offline, pathOf('urgent', lang)] }] as const;
  });
  const [worker] = await bundleScripts(FOLDER + (isOff ? 'retired-worker.ts' : 'service-worker.ts'), {
    format: 'iife',
    define: {
      PANDU_VERSION: JSON.stringify(fingerprint.slice(0, VERSION_LENGTH)),
      PANDU_PAGES: JSON.stringify(Object.fromEntries(pages)),
    },
  });
  return new Response(worker?.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};
