import { visit } from 'unist-util-visit';
import { checkContact } from './check-contact.ts';
import { checkFootnotes } from './check-footnote.ts';
import { checkLink, type StepKeys } from './check-link.ts';
import type { Report } from './content-file.ts';
import type { GuideFile } from './guide-file.ts';
import type { TextNode } from './text-node.ts';
import { UNWRITTEN } from './schema.ts';

/** What a guide may refer to. */
export interface Surroundings {
  readonly id: string;
  readonly stepKeys: StepKeys;
  readonly sources: ReadonlySet<string>;
}

/** Reports what a guide's text must not hold and what leads nowhere; gives the cited slugs in order of mention. */
export function checkGuide(guide: GuideFile, around: Surroundings, report: Report): readonly string[] {
  const cited: string[] = [];
  visit(guide.root, (node, _index, parent) => {
    const place = node.position?.start;
    switch (node.type) {
      case 'link':
        checkLink(guide, node, around, report);
        break;
      case 'text':
        cited.push(...checkFootnotes(guide.file, node, around.sources, report));
        checkWritten(guide, node, report);
        // A mailbox in plain text is a link to the parser, and is reported as one.
        if (parent?.type !== 'link' || !parent.url.startsWith('mailto:'))
          checkContact(guide.file, node, report);
        break;
      case 'yaml':
      case 'code':
      case 'inlineCode':
        checkContact(guide.file, node, report);
        break;
      case 'heading':
        if (parent?.type !== 'root') report(guide.file, place, ...NESTED_HEADING);
        break;
      case 'html':
        report(
          guide.file,
          place,
          'raw-html',
          `There is HTML here: ${node.value.slice(0, 40)}. Guides are plain markdown, so it would not be shown.`,
          'Remove the tags. For bold write **bold**; for a < sign write \\<.',
        );
        break;
      case 'image':
      case 'imageReference':
        report(guide.file, place, ...IMAGE);
        break;
      case 'linkReference':
      case 'definition':
      case 'footnoteDefinition':
      case 'footnoteReference':
        report(guide.file, place, ...DEFINITION);
        break;
      default:
    }
  });
  return [...new Set(cited)];
}

type Fault = readonly [rule: string, problem: string, remedy: string];

const NESTED_HEADING: Fault = [
  'section',
  'There is a heading inside a list or a quote.',
  'Headings only open the sections of a guide. Write it in bold: **words**.',
];
const IMAGE: Fault = [
  'image',
  'Guides have no pictures: phones on little credit read them.',
  'Say in words what the picture shows.',
];
const DEFINITION: Fault = [
  'definition',
  'Links and footnotes are not defined at the foot of a guide.',
  'Write a link as [words](address). Write a footnote as [^name] and put the source into content/source/name.yaml.',
];

/** `kb new` leaves this sign wherever a writer has to write. */
function checkWritten(guide: GuideFile, node: TextNode, report: Report): void {
  if (node.value.trim() !== UNWRITTEN) return;
  report(
    guide.file,
    node.position?.start,
    'unwritten',
    `Nothing is written here yet: there is only "${UNWRITTEN}".`,
    `Write the text in place of "${UNWRITTEN}", or delete the line. CONTRIBUTING.md says what belongs into each section.`,
  );
}
