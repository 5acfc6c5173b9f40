import type { Service } from '../../core/article/browser.ts';

/** Shorter names are mostly other words. */
const SHORTEST_NAME = 3;
/** Names that are ordinary words: "pengembalian dana" is no wallet. */
const ORDINARY = new Set(['dana', 'line', 'jago', 'grab', 'shop', 'satu', 'sekolah']);

/** The service that a reader's messages name, the longest name first; undefined when they name none. */
export function guessService(texts: readonly string[], services: readonly Service[]): string | undefined {
  const said = ` ${texts
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  let best: { readonly slug: string; readonly length: number } | undefined;
  for (const { slug, name, aka } of services) {
    for (const known of [name, ...aka]) {
      const words = known
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      if (words.length < SHORTEST_NAME || words.length <= (best?.length ?? 0)) continue;
      if (ORDINARY.has(words)) continue;
      if (said.includes(` ${words} `)) best = { slug, length: words.length };
    }
  }
  return best?.slug;
}
