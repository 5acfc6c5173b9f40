import type { Report } from './content-file.ts';
import { nearest } from './nearest.ts';
import { placeInNode, type TextNode } from './text-node.ts';

/** Anything in the form of a footnote, also one whose name could not be a source's. */
const ANY_FOOTNOTE = /\[\^([^\]\n]*)\]/g;
const SLUG = /^[a-z0-9-]+$/;

/** Reports footnotes that name no source; gives the slugs of the others, in order. */
export function checkFootnotes(
  file: string,
  node: TextNode,
  sources: ReadonlySet<string>,
  report: Report,
): readonly string[] {
  const cited: string[] = [];
  for (const { 1: name = '', index } of node.value.matchAll(ANY_FOOTNOTE)) {
    if (sources.has(name)) {
      cited.push(name);
      continue;
    }
    const write = SLUG.test(name)
      ? `write content/source/${name}.yaml`
      : 'name a file in content/source: lower-case words joined by hyphens';
    report(
      file,
      placeInNode(node, index),
      'footnote',
      `The footnote [^${name}] names a source that does not exist.`,
      sources.size > 0
        ? `Did you mean [^${nearest(name, [...sources])}]? Otherwise ${write}.`
        : `There are no sources yet: ${write}.`,
    );
  }
  return cited;
}
