import type { WordingInput } from '../../core/wording/index.ts';
import type { ReplyWriter, WrittenPart } from './reply-writer.ts';

/** All parts of a written reply. */
export async function collectParts(
  writer: ReplyWriter,
  input: WordingInput,
  conversation = 'c1',
  signal = new AbortController().signal,
): Promise<WrittenPart[]> {
  const parts: WrittenPart[] = [];
  for await (const part of writer.write(input, conversation, signal)) parts.push(part);
  return parts;
}
