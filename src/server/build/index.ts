export { buildSite, type BuildOptions, type BuildOutcome } from './build-site.ts';
export { astroSiteBuilder } from './astro-site-builder.ts';
export type { SiteBuilder } from './site-builder.ts';
export { describeBuild } from './describe-build.ts';
