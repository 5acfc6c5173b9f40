export type { ReplyWriter, WrittenPart } from './reply-writer.ts';
export type { Proposal } from './proposal.ts';
export { createReplyWriter, type OpenReplyWriter, type ReplyWriterOptions } from './create-reply-writer.ts';
export type { SummaryTask, WordedSummary } from './word-summary.ts';
