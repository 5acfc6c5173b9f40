import { extractReply } from '../../core/wording/index.ts';
import type { ReplyWriter } from './reply-writer.ts';

/** Words replies from the guides alone, at once. */
export const EXTRACTIVE_WRITER: ReplyWriter = {
  mode: () => 'extractive',
  async *write(input) {
    yield await Promise.resolve({ kind: 'reply', reply: extractReply(input) } as const);
  },
};
