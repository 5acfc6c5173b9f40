const FOOTNOTE = /\[\^([a-z0-9-]+)\]/g;

/** A text in pieces, each either words or the slug of a source. */
export function splitCitations(text: string): readonly { readonly text: string; readonly slug?: string }[] {
  // split() with one capture group alternates words and slugs.
  return text.split(FOOTNOTE).flatMap((piece, index) => {
    if (index % 2 === 1) return [{ text: '', slug: piece }];
    return piece === '' ? [] : [{ text: piece }];
  });
}

/** The slugs that texts cite, each once, in the order of first mention. */
export function citedSlugs(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(FOOTNOTE)].map(([, slug]) => slug ?? '')))];
}
