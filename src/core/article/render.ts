import { toHtml } from 'hast-util-to-html';
import type { Element, Nodes as HastNodes } from 'hast';
import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { guidePath } from './address.ts';
import type { Citation, Language, RichText } from './article.ts';
import { FOOTNOTE, resolveGuideLink } from './link.ts';

/** What rendering needs to know of the guide around the nodes. */
export interface RenderContext {
  readonly id: string;
  readonly lang: Language;
  readonly citations: readonly Citation[];
}

/** Blocks as text and HTML: guide links absolute, footnotes as numbered links to the sources. */
export function renderBlocks(
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
  context: RenderContext,
): RichText {
  return {
    text: nodes.map(plainText).join('\n\n'),
    html: nodes.map((node) => html(node, context)).join('\n'),
  };
}

/** A list item without the paragraph around a single line. */
export function renderItem(item: ListItem, context: RenderContext): RichText {
  const [only, ...rest] = item.children;
  if (only?.type === 'paragraph' && rest.length === 0) return renderInline(only.children, context);
  return renderBlocks(item.children, context);
}

/** The bold sentence of a step, and what follows it. */
export function renderStep(item: ListItem, context: RenderContext): { action: RichText; detail: RichText } {
  const [first, ...rest] = item.children;
  const [strong, ...inline] = first?.type === 'paragraph' ? first.children : [];
  const action = strong?.type === 'strong' ? renderInline(strong.children, context) : { text: '', html: '' };
  const lead = renderInline(inline, context);
  const blocks = renderBlocks(rest, context);
  const join = (a: string, b: string) => (b === '' ? a : `${a}\n${b}`).trim();
  return {
    action,
    detail: { text: join(lead.text, blocks.text), html: join(lead.html, blocks.html) },
  };
}

function renderInline(children: readonly PhrasingContent[], context: RenderContext): RichText {
  const paragraph: Paragraph = { type: 'paragraph', children: [...children] };
  const markup = html(paragraph, context);
  return { text: plainText(paragraph).trim(), html: markup.replace(/^<p>|<\/p>$/g, '').trim() };
}

function plainText(node: RootContent | BlockContent | DefinitionContent): string {
  const text =
    node.type === 'list' ? node.children.map((item) => `- ${toString(item)}`).join('\n') : toString(node);
  return text.replaceAll(FOOTNOTE, '');
}

function html(node: RootContent | BlockContent | DefinitionContent, context: RenderContext): string {
  const tree = toHast(node);
  pointLinks(tree, context);
  return toHtml(citeFootnotes(tree, context));
}

function pointLinks(tree: HastNodes, { id, lang }: RenderContext): void {
  visit(tree, 'element', (element) => {
    const href = element.properties['href'];
    if (element.tagName !== 'a' || typeof href !== 'string') return;
    const target = resolveGuideLink(id, href);
    if (target)
      element.properties['href'] = guidePath(target.id, lang) + (target.anchor ? `#${target.anchor}` : '');
    else if (href.startsWith('https:')) element.properties['rel'] = ['noopener', 'external'];
  });
}

/** Replaces `[^slug]` in text by a link to the source's entry at the foot of the page. */
function citeFootnotes(tree: HastNodes, { citations }: RenderContext): HastNodes {
  const numbers = new Map(citations.map(({ slug, number }) => [slug, number]));
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('[^')) return;
    const pieces = node.value.split(FOOTNOTE);
    if (pieces.length === 1) return;
    // split() with one capture group alternates text, slug, text, slug, …
    const nodes = pieces.map((piece, at) =>
      at % 2 === 0 ? { type: 'text' as const, value: piece } : footnote(piece, numbers.get(piece) ?? 0),
    );
    parent.children.splice(index, 1, ...nodes);
    return index + nodes.length;
  });
  return tree;
}

function footnote(slug: string, number: number): Element {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: `#source-${slug}` },
    children: [{ type: 'text', value: String(number) }],
  };
  return { type: 'element', tagName: 'sup', properties: { className: ['cite'] }, children: [link] };
}
