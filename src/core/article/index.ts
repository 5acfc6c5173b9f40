export * from './article.ts';
export * from './address.ts';
export type { ContentFile } from './content-file.ts';
export { HEADINGS, SECTIONS, type Section } from './section.ts';
export { nearest } from './nearest.ts';
export { UNWRITTEN } from './schema.ts';
export { toPlainMarkdown } from './plain-markdown.ts';
export { readContent, type ReadContent } from './read-content.ts';
export { separatingSigns } from './sign-likelihood.ts';
