import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { shareContent } from '../content/index.ts';
import type { Progress, SiteBuilder } from './site-builder.ts';

/** Makes the pages with Astro, in this process: when it is killed, no builder goes on alone. */
export const astroSiteBuilder: SiteBuilder = async ({ root, folder, mode, siteUrl, content, onProgress }) => {
  // Read by astro.config.mjs.
  process.env['SITE_URL'] = siteUrl;
  process.env['PANDU_STATIC'] = mode === 'static' ? '1' : '0';
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  shareContent(content);
  // Only a build needs Astro, and it is large.
  const { build } = await import('astro');
  const stop = reportFiles(folder, onProgress);
  try {
    await build({
      root,
      outDir: folder,
      cacheDir: path.join(root, '.cache', 'astro', mode),
      logLevel: 'warn',
    });
  } finally {
    stop();
  }
};

const REPORT_EVERY_MS = 10_000;

/** Says now and then how many files there are; Astro itself says nothing, or a line for each of thousands. */
function reportFiles(folder: string, onProgress: Progress): () => void {
  const started = Date.now();
  const timer = setInterval(() => {
    countFiles(folder).then(
      (files) => {
        onProgress(`  ${files} files after ${Math.round((Date.now() - started) / 1000)} s`);
      },
      // Astro may be clearing the folder at this moment; the next report says more.
      () => undefined,
    );
  }, REPORT_EVERY_MS);
  return () => {
    clearInterval(timer);
  };
}

async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}
