export { COPY_FORMATS, formatCopy, type CopyFormat, type FormattedCopy } from './format-copy.ts';
export type { CopiedGuide, CopiedStep } from './copied-guide.ts';
