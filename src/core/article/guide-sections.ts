import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Language } from './article.ts';
import type { Report } from './content-file.ts';
import { HEADINGS, SECTIONS, type Section } from './section.ts';

/** The blocks of a guide below each of its headings. */
export type GuideSections = Readonly<Record<Section, readonly RootContent[]>>;

/** The sections, empty ones included. `isComplete` is false when one is missing, misplaced or unknown. */
export interface ReadSections {
  readonly sections: GuideSections;
  readonly isComplete: boolean;
}

/** Reads the five sections; reports headings that are none, text that is in none, and sections without text. */
export function readSections(file: string, lang: Language, root: Root, report: Report): ReadSections {
  let faults = 0;
  const fail: Report = (...fault) => {
    faults += 1;
    report(...fault);
  };
  const found = collectSections(file, lang, root, fail);
  for (const key of SECTIONS) {
    const heading = HEADINGS[lang][key];
    if (found[key].length > 0) continue;
    const place = root.children.find((node) => isHeading(node, heading)) ?? root.children.at(-1);
    reportMissing(file, heading, place, fail);
  }
  return { sections: found, isComplete: faults === 0 };
}

function collectSections(
  file: string,
  lang: Language,
  root: Root,
  report: Report,
): Record<Section, RootContent[]> {
  const headings = HEADINGS[lang];
  const sections: Record<Section, RootContent[]> = emptySections();
  const seen = new Set<Section>();
  let current: RootContent[] | undefined;
  // Without front matter, what stands before the first heading was meant as front matter.
  if (root.children[0]?.type !== 'yaml') current = [];
  for (const node of root.children) {
    if (node.type === 'yaml') continue;
    if (node.type !== 'heading') {
      if (!current) reportEarlyText(file, node, headings.symptoms, report);
      current ??= [];
      current.push(node);
      continue;
    }
    const key = SECTIONS.find((section) => isHeading(node, headings[section]));
    if (!key || seen.has(key)) {
      reportHeading(file, node, key !== undefined, headings, report);
      current = [];
      continue;
    }
    const later = SECTIONS.slice(SECTIONS.indexOf(key) + 1).find((section) => seen.has(section));
    if (later) {
      report(
        file,
        node.position?.start,
        'section-order',
        `"${headings[key]}" stands after "${headings[later]}".`,
        `Move it before "${headings[later]}".`,
      );
    }
    seen.add(key);
    current = sections[key];
  }
  return sections;
}

function emptySections(): Record<Section, RootContent[]> {
  return { symptoms: [], steps: [], 'if-unresolved': [], causes: [], prevention: [] };
}

function reportEarlyText(file: string, node: RootContent, firstHeading: string, report: Report): void {
  report(
    file,
    node.position?.start,
    'section',
    `There is text before the first section: "${toString(node).slice(0, 60)}".`,
    `Move it into a section, or into "description". The first section is "## ${firstHeading}".`,
  );
}

function reportHeading(
  file: string,
  node: Heading,
  isRepeated: boolean,
  headings: Readonly<Record<Section, string>>,
  report: Report,
): void {
  report(
    file,
    node.position?.start,
    'section',
    isRepeated
      ? `The section "${toString(node)}" stands here a second time.`
      : `"${'#'.repeat(node.depth)} ${toString(node)}" is not a section of a guide.`,
    isUnderlined(node)
      ? 'A line of --- or === right below a text makes it a heading: delete that line.'
      : `Use each of these once, in this order, with two #: ${SECTIONS.map((section) => headings[section]).join(', ')}.`,
  );
}

function isUnderlined({ position }: Heading): boolean {
  return position !== undefined && position.end.line > position.start.line;
}

function reportMissing(file: string, heading: string, near: RootContent | undefined, report: Report): void {
  report(
    file,
    near?.position?.start,
    'missing-section',
    `The section "## ${heading}" is missing or empty.`,
    `Write "## ${heading}" on a line of its own, and its text below it.`,
  );
}

function isHeading(node: RootContent, heading: string): boolean {
  return (
    node.type === 'heading' &&
    node.depth === 2 &&
    toString(node).trim().toLowerCase() === heading.toLowerCase()
  );
}
