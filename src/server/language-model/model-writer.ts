import { choosePassages, extractReply, writePrompt, type WordingInput } from '../../core/wording/index.ts';
import { readDraftTask, type DraftTask } from './draft-task.ts';
import type { DraftWriter } from './draft-writer.ts';
import { writeModelRecord, type Outcome } from './model-log.ts';
import type { ModelParts, WritingTask } from './model-parts.ts';
import { TOOLS } from './proposal.ts';
import type { ReplyWriter, WrittenPart } from './reply-writer.ts';
import { dayOf } from './spend-ledger.ts';
import { writeWithModel, type ModelWriting } from './write-with-model.ts';

/** Words replies to readers and drafts for agents. */
export type ModelWriter = ReplyWriter & DraftWriter;

/** Four short sentences with their citations are far fewer. */
const MOST_TOKENS = 240;
/** An agent looks at the box meanwhile, and the page gives up after 30 seconds. */
const MOST_DRAFT_MS = 25_000;

/** Words with a model where its words help; everything else, and whatever fails, is left to the guides. */
export function openModelWriter(parts: ModelParts): ModelWriter {
  const { circuit, isSwitchedOff, now } = parts;
  const draftParts = { ...parts, timeLimits: within(MOST_DRAFT_MS, parts.timeLimits) };
  let spentDay: string | undefined;
  const isBarred = (): Outcome | undefined => {
    if (isSwitchedOff()) return 'switched-off';
    if (!circuit.isClosed()) return 'circuit-broken';
    return spentDay === dayOf(now()) ? 'day-spent' : undefined;
  };
  const tell = async function* (given: ModelParts, task: WritingTask) {
    const writing = yield* record(given, task, isBarred());
    if (writing.record.outcome === 'day-spent') spentDay = dayOf(now());
    return writing.reply;
  };
  return {
    mode: () => (isBarred() ? 'extractive' : 'model'),
    async *write(input, conversation, signal) {
      const task = readReplyTask(input, conversation, signal);
      const reply = task && (yield* tell(parts, task));
      yield reply ?? { kind: 'reply', reply: extractReply(input) };
    },
    async draft(order: DraftTask) {
      const task = readDraftTask(order);
      if (!task) return undefined;
      const telling = tell(draftParts, task);
      for (;;) {
        const { done, value } = await telling.next();
        if (done === true) return value?.reply;
      }
    },
  };
}

function readReplyTask(
  input: WordingInput,
  conversation: string,
  signal: AbortSignal,
): WritingTask | undefined {
  const passages = choosePassages(input);
  if (passages.length === 0) return undefined;
  return {
    kind: 'reply',
    lang: input.lang,
    prompt: writePrompt(input, passages),
    passages,
    tools: TOOLS,
    maxTokens: MOST_TOKENS,
    spending: { conversation },
    signal,
  };
}

/** Writes with the model unless it is barred, and records how that went, once. */
async function* record(
  parts: ModelParts,
  task: WritingTask,
  barred: Outcome | undefined,
): AsyncGenerator<WrittenPart, ModelWriting> {
  const begun = parts.now();
  let writing: ModelWriting = { record: { outcome: barred ?? 'reader-left', kept: 0, dropped: {} } };
  try {
    if (!barred) writing = yield* writeWithModel(parts, task);
  } catch {
    // Nothing that goes wrong here may reach the reader, and no fault is told with words that it may hold.
    writing = { record: { ...writing.record, outcome: 'failed' } };
  } finally {
    const ms = parts.now() - begun;
    parts.log(writeModelRecord(parts.model.name, { task: task.kind, ...writing.record, ms }));
  }
  return writing;
}

function within(mostMs: number, { firstMs, totalMs }: ModelParts['timeLimits']): ModelParts['timeLimits'] {
  return { firstMs: Math.min(firstMs, mostMs), totalMs: Math.min(totalMs, mostMs) };
}
