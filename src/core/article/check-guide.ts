import type { Link, Node } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { placeAt, type Place, type Report } from './content-file.ts';
import type { GuideFile } from './guide-file.ts';
import { FOOTNOTE, resolveGuideLink } from './link.ts';
import { SECTION_ANCHORS } from './section.ts';

/** What a guide may refer to. */
export interface Surroundings {
  readonly id: string;
  /** Step keys of every guide, by id. */
  readonly stepKeys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sources: ReadonlySet<string>;
}

/** Reports what a guide's text must not hold and what leads nowhere; gives the cited slugs in order of mention. */
export function checkGuide(guide: GuideFile, around: Surroundings, report: Report): readonly string[] {
  const cited: string[] = [];
  visit(guide.root, (node) => {
    const place = node.position?.start;
    switch (node.type) {
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
        report(
          guide.file,
          place,
          'image',
          'Guides have no pictures: phones on little credit read them.',
          'Say in words what the picture shows.',
        );
        break;
      case 'link':
        checkLink(guide, node, around, report);
        break;
      case 'linkReference':
      case 'definition':
      case 'footnoteDefinition':
      case 'footnoteReference':
        report(
          guide.file,
          place,
          'definition',
          'Links and footnotes are not defined at the foot of a guide.',
          'Write a link as [words](address). Write a footnote as [^name] and put the source into content/source/name.yaml.',
        );
        break;
      case 'text':
        cited.push(...checkFootnotes(guide, node, around, report));
        checkContact(guide, node, report);
        break;
      default:
    }
  });
  return [...new Set(cited)];
}

function checkLink(guide: GuideFile, link: Link, { id, stepKeys }: Surroundings, report: Report): void {
  const place = link.position?.start;
  if (link.url.startsWith('mailto:') || link.url.startsWith('tel:')) {
    reportContact(guide, place, link.url.replace(/^\w+:/, ''), report);
    return;
  }
  if (/^https:\/\/[^/\s]+\.[^/\s]+/.test(link.url)) return;
  const target = resolveGuideLink(id, link.url);
  if (!target) {
    report(
      guide.file,
      place,
      'link',
      `The link "${toString(link)}" goes to "${link.url}", which is neither a guide nor an https:// address.`,
      'Link a guide of the same sector as ../its-name/, of another as ../../sector/its-name/; other pages with https://.',
    );
    return;
  }
  const keys = stepKeys.get(target.id);
  if (!keys) {
    report(
      guide.file,
      place,
      'link',
      `The link "${toString(link)}" goes to the guide "${target.id}", which does not exist.`,
      `Did you mean ${nearest(target.id, [...stepKeys.keys()])}? Otherwise remove the link.`,
    );
  } else if (target.anchor && !keys.has(target.anchor) && !SECTION_ANCHORS.includes(target.anchor)) {
    report(
      guide.file,
      place,
      'anchor',
      `"${target.id}" has no place called "#${target.anchor}".`,
      `Use one of its steps (${[...keys].join(', ')}) or ${SECTION_ANCHORS.join(', ')}.`,
    );
  }
}

interface TextNode extends Node {
  readonly value: string;
}

function checkFootnotes(
  guide: GuideFile,
  node: TextNode,
  { sources }: Surroundings,
  report: Report,
): string[] {
  const cited: string[] = [];
  for (const match of node.value.matchAll(FOOTNOTE)) {
    const slug = match[1] ?? '';
    if (sources.has(slug)) cited.push(slug);
    else {
      report(
        guide.file,
        offsetPlace(node, match.index),
        'footnote',
        `The footnote [^${slug}] names a source that does not exist.`,
        sources.size > 0
          ? `Did you mean [^${nearest(slug, [...sources])}]? Otherwise write content/source/${slug}.yaml.`
          : `Write content/source/${slug}.yaml.`,
      );
    }
  }
  return cited;
}

/**
 * Indonesian numbers as people print them: +62 or 08… mobiles, (021)… lines, 1500xxx call centres.
 * A guide that carries one is a place where a robber can plant another.
 */
const PHONE =
  /(?:\+62|\b62|\b0)[\s.-]?8\d{1,2}[\s.-]?\d{3,4}[\s.-]?\d{3,5}|\(0\d{2,3}\)\s?\d{6,8}|\b1[-\s]?500[-\s]?\d{3}\b/;

function checkContact(guide: GuideFile, node: TextNode, report: Report): void {
  const phone = PHONE.exec(node.value);
  if (phone) reportContact(guide, offsetPlace(node, phone.index), phone[0], report);
}

function reportContact(guide: GuideFile, place: Place | undefined, contact: string, report: Report): void {
  report(
    guide.file,
    place,
    'contact',
    `"${contact}" is a contact. Guides carry none, so that nobody can plant a false one.`,
    'Put it into content/service/<name>.yaml with the page that shows it, and name the service in problem.yaml.',
  );
}

function offsetPlace(node: TextNode, offset: number): Place | undefined {
  if (!node.position) return undefined;
  const within = placeAt(node.value, offset);
  const { line, column } = node.position.start;
  return within.line === 1
    ? { line, column: column + within.column - 1 }
    : { line: line + within.line - 1, column: within.column };
}

/** The candidate that shares most letter pairs with `name` (Dice coefficient), for "did you mean". */
export function nearest(name: string, candidates: readonly string[]): string {
  const pairs = (word: string) =>
    new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2)));
  const wanted = pairs(name);
  let best = { candidate: candidates[0] ?? '', score: -1 };
  for (const candidate of candidates) {
    const own = pairs(candidate);
    const shared = [...own].filter((pair) => wanted.has(pair)).length;
    const score = (2 * shared) / (own.size + wanted.size || 1);
    if (score > best.score) best = { candidate, score };
  }
  return best.candidate;
}
