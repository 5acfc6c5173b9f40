export type { ReplyWriter, WrittenPart } from './reply-writer.ts';
export { createReplyWriter, type OpenReplyWriter, type ReplyWriterOptions } from './create-reply-writer.ts';
