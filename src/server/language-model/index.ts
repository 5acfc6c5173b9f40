export type { ReplyWriter, WrittenPart } from './reply-writer.ts';
