import { fingerprint } from './fingerprint.ts';
import { SECTORS, type Article } from '../article/browser.ts';

/** Sectors in the order of the site, then ids: the order in which the index numbers guides. */
export function compareGuides(a: Article, b: Article): number {
  return SECTORS.indexOf(a.sector) - SECTORS.indexOf(b.sector) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** A name that changes when the guides or their order in the index change. */
export function nameGuides(ordered: readonly Article[]): string {
  return fingerprint(ordered.map(({ id }) => id).join(' '));
}
