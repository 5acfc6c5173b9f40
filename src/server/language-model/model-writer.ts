import { choosePassages, extractReply } from '../../core/wording/index.ts';
import { writeModelRecord, type Outcome } from './model-log.ts';
import type { ModelParts, WritingTask } from './model-parts.ts';
import type { ReplyWriter, WrittenPart } from './reply-writer.ts';
import { dayOf } from './spend-ledger.ts';
import { wordSummary, type SummaryTask, type WordedSummary } from './word-summary.ts';
import { writeWithModel, type ModelWriting } from './write-with-model.ts';

/** Words replies and summaries. */
export interface ModelWriter extends ReplyWriter {
  readonly summarise: (task: SummaryTask) => Promise<WordedSummary>;
}

/** Words replies with a model where its words help; everything else, and whatever fails, from the guides. */
export function openModelWriter(parts: ModelParts): ModelWriter {
  const { circuit, isSwitchedOff, now } = parts;
  let spentDay: string | undefined;
  const isBarred = (): Outcome | undefined => {
    if (isSwitchedOff()) return 'switched-off';
    if (!circuit.isClosed()) return 'circuit-broken';
    return spentDay === dayOf(now()) ? 'day-spent' : undefined;
  };
  return {
    mode: () => (isBarred() ? 'extractive' : 'model'),
    summarise: (task) => wordSummary(parts, task, isBarred()),
    async *write(input, conversation, signal) {
      const passages = choosePassages(input);
      if (passages.length > 0) {
        const writing = yield* tell(parts, { input, passages, conversation, signal }, isBarred());
        if (writing.record.outcome === 'day-spent') spentDay = dayOf(now());
        if (writing.reply) {
          yield writing.reply;
          return;
        }
      }
      yield { kind: 'reply', reply: extractReply(input) };
    },
  };
}

/** Writes with the model unless it is barred, and records how that went, once. */
async function* tell(
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
    parts.log(writeModelRecord(parts.model.name, { ...writing.record, ms: parts.now() - begun }));
  }
  return writing;
}
