import type { ListItem, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Language } from './article.ts';
import type { Report } from './content-file.ts';
import { HEADINGS } from './section.ts';

/** The one list of a section, and what stands below it. */
export interface GuideList {
  readonly items: readonly ListItem[];
  readonly after: readonly RootContent[];
}

/** The numbered list of steps, with room for a warning below; undefined when the section does not hold one. */
export function readSteps(
  file: string,
  lang: Language,
  nodes: readonly RootContent[],
  report: Report,
): GuideList | undefined {
  const list = readList(file, HEADINGS[lang].steps, nodes, STEPS, report);
  for (const step of list?.items ?? []) checkAction(file, step, report);
  return list;
}

/** The items of the bulleted list of symptoms; undefined when the section holds anything else. */
export function readSymptoms(
  file: string,
  lang: Language,
  nodes: readonly RootContent[],
  report: Report,
): readonly ListItem[] | undefined {
  const list = readList(file, HEADINGS[lang].symptoms, nodes, SYMPTOMS, report);
  if (!list) return undefined;
  for (const item of list.items) {
    if (toString(item).trim() !== '') continue;
    report(
      file,
      item.position?.start,
      SYMPTOMS.rule,
      'This symptom has no words.',
      'Say what the reader sees, or delete the hyphen.',
    );
  }
  const [below] = list.after;
  if (!below) return list.items;
  report(
    file,
    below.position?.start,
    SYMPTOMS.rule,
    `"${HEADINGS[lang].symptoms}" is one list, but there is text below it: "${toString(below).slice(0, 50)}".`,
    'Make it an item of the list, with a hyphen and a space before it, or move it into another section.',
  );
  return undefined;
}

interface ListForm {
  readonly ordered: boolean;
  readonly rule: string;
  readonly kind: string;
  readonly remedy: string;
}

const STEPS: ListForm = {
  ordered: true,
  rule: 'steps-list',
  kind: 'a numbered list',
  remedy: 'Write each step on its own line as `1. **What to do.** What is seen when it worked.`',
};

const SYMPTOMS: ListForm = {
  ordered: false,
  rule: 'symptoms-list',
  kind: 'a list with hyphens',
  remedy: 'Write each symptom on its own line, with a hyphen and a space before it.',
};

function readList(
  file: string,
  heading: string,
  nodes: readonly RootContent[],
  form: ListForm,
  report: Report,
): GuideList | undefined {
  const [first, ...after] = nodes;
  // An empty section has been reported as one.
  if (!first) return undefined;
  if (first.type !== 'list' || (first.ordered === true) !== form.ordered) {
    report(
      file,
      first.position?.start,
      form.rule,
      `"${heading}" does not begin with ${form.kind}.`,
      form.remedy,
    );
    return undefined;
  }
  const second = after.find(({ type }) => type === 'list');
  if (!second) return { items: first.children, after };
  report(
    file,
    second.position?.start,
    form.rule,
    `"${heading}" has a second list here, so its items are not counted.`,
    form.ordered
      ? 'Make it one list: indent what belongs to an item by three spaces, and number on.'
      : 'Make it one list: begin each item with the same sign, a hyphen.',
  );
  return undefined;
}

function checkAction(file: string, step: ListItem, report: Report): void {
  const paragraph = step.children[0];
  const bold = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (bold?.type === 'strong' && toString(bold).trim() !== '') return;
  report(
    file,
    step.position?.start,
    'step-action',
    `This step does not begin with a bold sentence: "${toString(step).slice(0, 50)}".`,
    'Begin with what to do, in bold: `1. **Save the proof of transfer.** It must show …`',
  );
}
