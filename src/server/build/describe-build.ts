import path from 'node:path';
import type { BuildMode } from '../release/index.ts';
import type { BuildOutcome } from './build-site.ts';

/**
 * What a person wants to read after a build: what there is now, and how to serve it. When the server that is
 * about to start has asked for the build, only the first matters.
 */
export function describeBuild(
  { isNew, folder, guides }: BuildOutcome,
  mode: BuildMode,
  { siteUrl, isSiteUrlGiven }: { readonly siteUrl: string; readonly isSiteUrlGiven: boolean },
  { milliseconds, isForStart }: { readonly milliseconds: number; readonly isForStart: boolean },
): string {
  const place = path.relative(process.cwd(), folder) || '.';
  const made = isNew
    ? `Built ${guides} guides for ${siteUrl} in ${(milliseconds / 1000).toFixed(1)} s: ${place}/`
    : `The build of these sources is there already: ${place}/`;
  if (isForStart) return made;
  const how =
    mode === 'server'
      ? 'Serve it with `npm start`.'
      : `Serve it with any file server, for example \`npx serve ${place}\` or \`python3 -m http.server -d ${place}\`.`;
  const address =
    'Set SITE_URL to the public address before you publish: links for search engines are made from it.';
  return [made, how, ...(isSiteUrlGiven ? [] : [address])].join('\n');
}
