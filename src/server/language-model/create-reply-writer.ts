import type { Database } from '../database/index.ts';
import type { Settings } from '../settings/index.ts';
import type { ChatModel } from './chat-model.ts';
import { openCircuit } from './circuit.ts';
import { openDatabaseSpendLedger } from './database-spend-ledger.ts';
import { EXTRACTIVE_WRITER } from './extractive-writer.ts';
import { checkHealth } from './health-check.ts';
import { readKillSwitch } from './kill-switch.ts';
import { openMemorySpendLedger } from './memory-spend-ledger.ts';
import { openModelWriter, type ModelWriter } from './model-writer.ts';
import { openOpenAiChatModel } from './openai-chat-model.ts';

export interface ReplyWriterOptions {
  readonly settings: Pick<Settings, 'openai' | 'languageModel' | 'dataDir'>;
  /** Where spending is counted for all processes; without one, in this process until it ends. */
  readonly database?: Database;
  /** Receives one line of JSON for each reply or draft that a model was to word. */
  readonly log?: (line: string) => void;
  /** Receives what the model wrote, as it wrote it: for measuring, never in a server that readers use. */
  readonly observe?: (text: string) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A writer to be closed when the server stops. */
export interface OpenReplyWriter extends ModelWriter {
  close(): void;
}

/** Of the tokens of a day, so much may go into drafts for agents: readers come first. */
const SHARE_OF_DRAFTS = 0.25;

/**
 * The writer that the settings choose: without a model, or with PANDU_LLM=off, the guides word the replies. A model
 * that cannot be reached stops nothing: it is not asked before the first reply.
 */
export async function createReplyWriter(options: ReplyWriterOptions): Promise<OpenReplyWriter> {
  const { settings, database, log = () => undefined, now = Date.now, observe } = options;
  const { openai, languageModel } = settings;
  if (languageModel.model === '' || !languageModel.isAllowed) {
    return { ...EXTRACTIVE_WRITER, close: () => undefined };
  }
  const { apiKey, baseUrl } = openai;
  const { timeLimitMs, tokensPerDay, tokensPerConversation } = languageModel;
  const opened = openOpenAiChatModel({ apiKey, baseUrl, model: languageModel.model });
  const model = observe ? observeModel(opened, observe) : opened;
  const ledger = database ? await openDatabaseSpendLedger(database) : openMemorySpendLedger();
  const spendLimits = {
    perDay: tokensPerDay,
    perConversation: tokensPerConversation,
    draftsPerDay: Math.floor(tokensPerDay * SHARE_OF_DRAFTS),
  };
  const timeLimits = { firstMs: timeLimitMs / 2, totalMs: timeLimitMs };
  const circuit = openCircuit({ check: () => checkHealth({ model, ledger, spendLimits, timeLimits, now }) });
  const isSwitchedOff = readKillSwitch(settings.dataDir);
  const parts = { model, circuit, ledger, spendLimits, timeLimits, isSwitchedOff, now, log };
  return { ...openModelWriter(parts), close: circuit.close };
}

function observeModel(model: ChatModel, observe: (text: string) => void): ChatModel {
  return {
    name: model.name,
    async *ask(request, signal) {
      for await (const event of model.ask(request, signal)) {
        if (event.kind === 'text') observe(event.text);
        yield event;
      }
    },
  };
}
