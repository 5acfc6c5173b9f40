export type { ReplyWriter, WrittenPart } from './reply-writer.ts';
export type { Proposal } from './proposal.ts';
export { createReplyWriter, type OpenReplyWriter, type ReplyWriterOptions } from './create-reply-writer.ts';
export type { DraftTask } from './draft-task.ts';
export type { DraftWriter } from './draft-writer.ts';
