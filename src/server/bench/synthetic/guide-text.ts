import { parse } from 'yaml';
import { HEADINGS, SECTIONS, type Language, type Section } from '../../../core/article/index.ts';

/** A guide's markdown taken apart for recombination; every piece stands in any other guide as well. */
export interface GuideText {
  readonly title: string;
  readonly description: string;
  readonly asks: readonly string[];
  readonly symptoms: readonly string[];
  readonly steps: readonly GuideStep[];
  /** Paragraphs as sentences: below the steps, then the other sections. */
  readonly prose: Readonly<Record<Prose, readonly (readonly string[])[]>>;
}

/** A step: its bold sentence with the stars, then the others. */
export interface GuideStep {
  readonly action: string;
  readonly detail: readonly string[];
}

const PAIRS = [
  ['[', ']'],
  ['(', ')'],
  ['“', '”'],
] as const;

export const PROSE = ['afterSteps', 'if-unresolved', 'causes', 'prevention'] as const;
export type Prose = (typeof PROSE)[number];

/** Takes a valid guide of a sector apart; its relative links are made to hold from every sector. */
export function readGuideText(markdown: string, lang: Language, sector: string): GuideText {
  const [, frontMatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
  // The content was checked before, so the front matter has this form.
  const { title, description, asks } = parse(frontMatter) as Pick<
    GuideText,
    'title' | 'description' | 'asks'
  >;
  const sections = splitSections(body.replaceAll(/\]\(\.\.\/([^./][^)]*)\)/g, `](../../${sector}/$1)`), lang);
  const [steps, afterSteps] = splitList(sections.steps);
  return {
    title,
    description,
    asks,
    symptoms: splitList(sections.symptoms)[0],
    steps: steps.map(readStep),
    prose: {
      afterSteps: readParagraphs(afterSteps),
      'if-unresolved': readParagraphs(sections['if-unresolved']),
      causes: readParagraphs(sections.causes),
      prevention: readParagraphs(sections.prevention),
    },
  };
}

function splitSections(body: string, lang: Language): Record<Section, string> {
  const byTitle = new Map(SECTIONS.map((section) => [HEADINGS[lang][section].toLowerCase(), section]));
  const found = body.split(/^## /m).flatMap((part) => {
    const [heading = '', ...lines] = part.split('\n');
    const section = byTitle.get(heading.trim().toLowerCase());
    return section ? [[section, lines.join('\n').trim()] as const] : [];
  });
  return Object.fromEntries(found) as Record<Section, string>;
}

/** The items of a list, each on one line, and what stands below the list. */
function splitList(text: string): [items: string[], after: string] {
  const blocks = text.split(/\n(?=\d+\. |- )|\n\n(?! )/);
  const isItem = (block: string) => /^(\d+\.|-) /.test(block);
  return [
    blocks.filter(isItem).map((block) => oneLine(block.replace(/^(\d+\.|-) +/, ''))),
    blocks.filter((block) => !isItem(block)).join('\n\n'),
  ];
}

function readStep(item: string): GuideStep {
  const action = /^\*\*[^*]+\*\*/.exec(item)?.[0] ?? item;
  return { action, detail: splitSentences(item.slice(action.length)) };
}

function readParagraphs(text: string): string[][] {
  return text
    .split(/\n\n+/)
    .map((paragraph) => splitSentences(oneLine(paragraph.replaceAll(/^(- |\d+\. |> )/gm, ''))));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Sentences with their footnotes; none is cut inside bold text, a link or a quotation. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const part of text.trim().split(/(?<=[.!?]["”*]*(?:\[\^[a-z0-9-]+\])*) (?=["“*[]*\p{Lu})/u)) {
    open = open === '' ? part : `${open} ${part}`;
    if (!isBalanced(open)) continue;
    sentences.push(open);
    open = '';
  }
  return [...sentences, open].filter((sentence) => sentence !== '');
}

function isBalanced(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  const isPaired = (mark: string) => count(mark) % 2 === 0;
  const isClosed = ([opening, closing]: readonly [string, string]) => count(opening) === count(closing);
  return ['**', '*', '"', '`'].every(isPaired) && PAIRS.every(isClosed);
}
