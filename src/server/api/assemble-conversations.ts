import type { Knowledge } from '../../core/assistant/index.ts';
import { createVoice, openConversations, openConversationStore } from '../conversation/index.ts';
import type { Database } from '../database/index.ts';
import { createReplyWriter } from '../language-model/index.ts';
import type { Settings } from '../settings/index.ts';
import type { AppParts } from './app-parts.ts';
import { repeat } from './repeat.ts';

/** Where conversations are kept and what they are led by. */
export interface ConversationMeans extends Pick<AppParts, 'search' | 'readArticle' | 'log'> {
  readonly database: Database;
  readonly knowledge: () => Promise<Knowledge>;
  readonly settings: Pick<Settings, 'openai' | 'languageModel' | 'dataDir' | 'conversationDays'>;
}

export interface AssembledConversations extends Pick<
  AppParts,
  'conversations' | 'voice' | 'writer' | 'conversationDays'
> {
  /** Ends what runs beside the requests. */
  close(): void;
}

/** As many hits as browsers ask for. */
const MOST_HITS = 8;
const EXPIRE_EVERY_MS = 3_600_000;

/** Puts conversations together, and removes at the start and each hour those whose time is over. */
export async function assembleConversations({
  database,
  knowledge,
  search,
  readArticle,
  settings,
  log,
}: ConversationMeans): Promise<AssembledConversations> {
  const { conversationDays } = settings;
  const conversations = openConversations({
    store: await openConversationStore(database),
    knowledge,
    search: (query, lang) => search({ query, lang, limit: MOST_HITS, passages: false }),
    now: () => new Date(),
    keepDays: conversationDays,
  });
  const writer = await createReplyWriter({ settings, database, log });
  const expiring = repeat('Removing old conversations', EXPIRE_EVERY_MS, log, () => conversations.expire());
  return {
    conversations,
    voice: createVoice({ knowledge, readArticle, writer }),
    writer,
    conversationDays,
    close() {
      expiring.stop();
      writer.close();
    },
  };
}
