import { tidyLine, tidyLines } from './clean-text.ts';
import type { CopiedGuide, CopiedStep } from './copied-guide.ts';
import { HTML, MARKDOWN, PLAIN, WHATSAPP, type Markup } from './markup.ts';

/** The forms in which a guide is copied, in the order of their shortcuts. */
export const COPY_FORMATS = ['whatsapp', 'plain', 'markdown', 'html'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** What goes on the clipboard: `text` as text/plain, `html` (when there is one) as text/html. */
export interface FormattedCopy {
  readonly text: string;
  readonly html?: string;
}

const MARKUPS: Readonly<Record<CopyFormat, Markup>> = {
  whatsapp: WHATSAPP,
  plain: PLAIN,
  markdown: MARKDOWN,
  html: HTML,
};

/**
 * Writes a guide for pasting: title, numbered steps, address. Words of the guide never turn into
 * markup of the format. As HTML it is a fragment, with the plain text beside it for places that take
 * no HTML.
 */
export function formatCopy(guide: CopiedGuide, format: CopyFormat): FormattedCopy {
  const written = write(guide, MARKUPS[format]);
  return format === 'html' ? { text: write(guide, PLAIN), html: written } : { text: written };
}

function write({ title, steps, firstNumber, link }: CopiedGuide, markup: Markup): string {
  return markup.join({
    title: markup.strong(tidyLine(title)),
    steps: markup.list(
      steps.map((step) => writeStep(step, markup)),
      firstNumber,
    ),
    link: markup.link(link),
  });
}

function writeStep({ action, detail, condition, warning }: CopiedStep, markup: Markup): string {
  const lead = [warning && markup.text(`${tidyLine(warning)}:`), markup.strong(tidyLine(action))];
  const rest = [condition && markup.text(`(${tidyLine(condition)})`), markup.text(tidyLines(detail))];
  return [...lead, ...rest].filter((piece) => piece !== undefined && piece !== '').join(' ');
}
