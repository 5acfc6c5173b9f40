import { extractReply } from '../../core/wording/index.ts';
import type { ModelWriter } from './model-writer.ts';

/** Words replies from the guides alone, and summaries from the template, at once. */
export const EXTRACTIVE_WRITER: ModelWriter = {
  mode: () => 'extractive',
  summarise: ({ template }) => Promise.resolve({ summary: template, mode: 'template' }),
  async *write(input) {
    yield await Promise.resolve({ kind: 'reply', reply: extractReply(input) } as const);
  },
};
