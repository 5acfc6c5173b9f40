import type { Heading, List, ListItem, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import type { z } from 'zod';
import type { Language } from './article.ts';
import type { Report } from './content-file.ts';
import { HEADINGS, SECTIONS, type Section } from './section.ts';
import { frontMatterSchema } from './schema.ts';
import { readYaml } from './yaml-file.ts';

/** A guide in one language as its file says it; links and footnotes are not followed yet. */
export interface GuideFile {
  readonly file: string;
  readonly lang: Language;
  readonly frontMatter: z.infer<typeof frontMatterSchema>;
  readonly markdown: string;
  readonly root: Root;
  readonly sections: Readonly<Record<Section, readonly RootContent[]>>;
  readonly symptoms: readonly ListItem[];
  readonly steps: readonly ListItem[];
  /** What stands below the list of steps. */
  readonly afterSteps: readonly RootContent[];
}

const processor = remark().use(remarkGfm).use(remarkFrontmatter).freeze();

/** Reads one markdown file; reports what is wrong with its form and returns undefined if that is fatal. */
export function readGuideFile(
  file: string,
  lang: Language,
  text: string,
  report: Report,
): GuideFile | undefined {
  const root = processor.parse(text);
  const frontMatter = readFrontMatter(file, root, report);
  const sections = readSections(file, lang, root, report);
  if (!frontMatter || !sections) return undefined;
  const symptoms = readList(file, lang, 'symptoms', sections.symptoms, report);
  const steps = readList(file, lang, 'steps', sections.steps, report);
  if (!symptoms || !steps) return undefined;
  for (const step of steps.items) checkBoldStart(file, step, report);
  return {
    file,
    lang,
    frontMatter,
    markdown: text.replace(/^---\n[\s\S]*?\n---\n+/, ''),
    root,
    sections,
    symptoms: symptoms.items,
    steps: steps.items,
    afterSteps: steps.after,
  };
}

function readFrontMatter(file: string, root: Root, report: Report): GuideFile['frontMatter'] | undefined {
  const first = root.children[0];
  if (first?.type !== 'yaml') {
    report(
      file,
      first?.position?.start,
      'front-matter',
      'The file does not begin with front matter.',
      'Begin with a line ---, then title, description and asks, then a line ---. CONTRIBUTING.md shows one.',
    );
    return undefined;
  }
  return readYaml(file, first.value, frontMatterSchema, report, 1)?.data;
}

function readSections(
  file: string,
  lang: Language,
  root: Root,
  report: Report,
): GuideFile['sections'] | undefined {
  let faults = 0;
  const fail: Report = (...fault) => {
    faults += 1;
    report(...fault);
  };
  const found = collectSections(file, lang, root, fail);
  for (const key of SECTIONS) {
    if (found[key].length === 0) reportMissing(file, HEADINGS[lang][key], root, fail);
  }
  return faults === 0 ? found : undefined;
}

function collectSections(
  file: string,
  lang: Language,
  root: Root,
  report: Report,
): Record<Section, RootContent[]> {
  const headings = HEADINGS[lang];
  const byTitle = new Map(SECTIONS.map((key) => [headings[key].toLowerCase(), key]));
  const sections: Record<Section, RootContent[]> = emptySections();
  const seen = new Set<Section>();
  let current: RootContent[] | undefined;
  for (const node of root.children) {
    if (node.type === 'yaml') continue;
    if (node.type !== 'heading') {
      if (!current) reportEarlyText(file, node, headings.symptoms, report);
      current?.push(node);
      continue;
    }
    const key = sectionOf(node, byTitle);
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
    `Use each of these once, in this order, with two #: ${SECTIONS.map((section) => headings[section]).join(', ')}.`,
  );
}

function reportMissing(file: string, heading: string, root: Root, report: Report): void {
  report(
    file,
    root.children.at(-1)?.position?.start,
    'missing-section',
    `The section "## ${heading}" is missing or empty.`,
    `Write "## ${heading}" on a line of its own, and its text below it.`,
  );
}

function sectionOf(node: Heading, byTitle: ReadonlyMap<string, Section>): Section | undefined {
  return node.depth === 2 ? byTitle.get(toString(node).trim().toLowerCase()) : undefined;
}

interface ReadList {
  readonly items: readonly ListItem[];
  readonly after: readonly RootContent[];
}

/** Symptoms are one bulleted list; steps one numbered list, with room for a warning below. */
function readList(
  file: string,
  lang: Language,
  section: 'symptoms' | 'steps',
  nodes: readonly RootContent[],
  report: Report,
): ReadList | undefined {
  const ordered = section === 'steps';
  const title = HEADINGS[lang][section];
  const [first, ...after] = nodes;
  if (first?.type !== 'list' || isOrdered(first) !== ordered) {
    report(
      file,
      first?.position?.start,
      ordered ? 'steps-list' : 'symptoms-list',
      ordered ? `"${title}" does not begin with a numbered list.` : `"${title}" does not begin with a list.`,
      ordered
        ? 'Write each step on its own line as `1. **What to do.** What is seen when it worked.`'
        : 'Write each symptom on its own line, with a hyphen and a space before it.',
    );
    return undefined;
  }
  const second = after.find((node) => node.type === 'list');
  if (second) {
    report(
      file,
      second.position?.start,
      ordered ? 'steps-list' : 'symptoms-list',
      `"${title}" has a second list here, so its items are not counted.`,
      'Make it one list: indent what belongs to an item by three spaces, and number on.',
    );
    return undefined;
  }
  return { items: first.children, after };
}

function isOrdered(list: List): boolean {
  return list.ordered === true;
}

function checkBoldStart(file: string, step: ListItem, report: Report): void {
  const paragraph = step.children[0];
  if (paragraph?.type === 'paragraph' && paragraph.children[0]?.type === 'strong') return;
  report(
    file,
    step.position?.start,
    'step-action',
    `This step does not begin with a bold sentence: "${toString(step).slice(0, 50)}".`,
    'Begin with what to do, in bold: `1. **Save the proof of transfer.** It must show …`',
  );
}
