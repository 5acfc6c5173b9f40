export { buildSite } from './build-site.ts';
export { astroSiteBuilder } from './astro-site-builder.ts';
export { describeBuild } from './describe-build.ts';
