import path from 'node:path';
import type { SiteBuilder } from './site-builder.ts';

/** Makes the pages with Astro, in this process: when it is killed, no builder goes on alone. */
export const astroSiteBuilder: SiteBuilder = async ({ root, folder, mode, siteUrl }) => {
  // Read by astro.config.mjs.
  process.env['SITE_URL'] = siteUrl;
  process.env['PANDU_STATIC'] = mode === 'static' ? '1' : '0';
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Only a build needs Astro, and it is large.
  const { build } = await import('astro');
  await build({ root, outDir: folder, cacheDir: path.join(root, '.cache', 'astro', mode), logLevel: 'warn' });
};
