export * from './article.ts';
export * from './address.ts';
export type { ContentFile } from './content-file.ts';
export { HEADINGS, SECTION_ANCHORS, SECTIONS, type Section } from './section.ts';
export { permalinkCode } from './permalink.ts';
export { toPlainMarkdown } from './plain-markdown.ts';
export { readContent, type ReadContent } from './read-content.ts';
export { separatingSigns, signDistance } from './sign-likelihood.ts';
export { matchContact, type ContactMatch } from './match-contact.ts';
