import type { ListItem, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import type { z } from 'zod';
import type { Language } from './article.ts';
import { checkDensity } from './check-density.ts';
import type { Report } from './content-file.ts';
import { readSteps, readSymptoms } from './guide-list.ts';
import { readSections, type GuideSections } from './guide-sections.ts';
import { frontMatterSchema } from './schema.ts';
import { readYaml } from './yaml-file.ts';

/** A guide in one language as its file says it; links and footnotes are not followed yet. */
export interface GuideFile {
  readonly file: string;
  readonly lang: Language;
  readonly root: Root;
  /** The numbered list, when there is one, even if another part of the guide is not as it should be. */
  readonly steps?: readonly ListItem[];
  /** Absent when a part could not be read; why has been reported. */
  readonly parts?: GuideParts;
}

/** Everything that a guide consists of. */
export interface GuideParts {
  readonly frontMatter: z.infer<typeof frontMatterSchema>;
  /** The file without its front matter. */
  readonly markdown: string;
  readonly sections: GuideSections;
  readonly symptoms: readonly ListItem[];
  readonly steps: readonly ListItem[];
  /** What stands below the list of steps. */
  readonly afterSteps: readonly RootContent[];
}

const processor = remark().use(remarkGfm).use(remarkFrontmatter).freeze();

/** Reads one markdown file and reports what is wrong with its form; undefined when it cannot be parsed at all. */
export function readGuideFile(
  file: string,
  lang: Language,
  text: string,
  report: Report,
): GuideFile | undefined {
  if (!checkDensity(file, text, report)) return undefined;
  const root = processor.parse(text);
  const frontMatter = readFrontMatter(file, root, text, report);
  const { sections, isComplete } = readSections(file, lang, root, report);
  const symptoms = readSymptoms(file, lang, sections.symptoms, report);
  const steps = readSteps(file, lang, sections.steps, report);
  const guide = { file, lang, root, ...(steps && { steps: steps.items }) };
  if (!frontMatter || !isComplete || !symptoms || !steps) return guide;
  const markdown = text.slice(root.children[0]?.position?.end.offset ?? 0).trimStart();
  return {
    ...guide,
    parts: { frontMatter, markdown, sections, symptoms, steps: steps.items, afterSteps: steps.after },
  };
}

function readFrontMatter(
  file: string,
  root: Root,
  text: string,
  report: Report,
): GuideParts['frontMatter'] | undefined {
  const first = root.children[0];
  if (first?.type === 'yaml') return readYaml(file, first.value, frontMatterSchema, report, 1)?.data;
  const isOpened = /^---[ \t]*\n/.test(text);
  report(
    file,
    first?.position?.start,
    'front-matter',
    isOpened
      ? 'The front matter that begins here has no end.'
      : 'The file does not begin with front matter: line 1 must be ---.',
    isOpened
      ? 'Write a line --- below title, description and asks.'
      : 'Begin with a line ---, then title, description and asks, then a line ---. CONTRIBUTING.md shows one.',
  );
  return undefined;
}
