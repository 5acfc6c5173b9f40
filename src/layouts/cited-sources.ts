import type { Source } from '../core/article/browser.ts';

/**
 * The sources that a page cites, in order.
 * @throws {Error} when one does not exist: a page never shows a number that leads nowhere.
 */
export function citedSources(
  slugs: readonly string[],
  sources: ReadonlyMap<string, Source>,
): readonly Source[] {
  return slugs.map((slug) => {
    const source = sources.get(slug);
    if (!source) throw new Error(`A page cites "${slug}", but content/source/${slug}.yaml does not exist.`);
    return source;
  });
}
