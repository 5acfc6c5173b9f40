import { extractReply } from '../../core/wording/index.ts';
import type { ModelWriter } from './model-writer.ts';

/** Words replies from the guides alone, at once, and no drafts. */
export const EXTRACTIVE_WRITER: ModelWriter = {
  mode: () => 'extractive',
  draft: () => Promise.resolve(undefined),
  async *write(input) {
    yield await Promise.resolve({ kind: 'reply', reply: extractReply(input) } as const);
  },
};
