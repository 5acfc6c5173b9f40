import { openPgliteDatabase } from '../database/index.ts';
import type { Settings } from '../settings/index.ts';
import type { AppParts } from './app-parts.ts';
import { assembleConversations, type AssembledConversations } from './assemble-conversations.ts';
import type { LiveContent } from './live-content.ts';

/**
 * Conversations for somebody who is writing: over the content as it is now, in a database in memory that is
 * opened when the first one begins and gone when the process ends.
 */
export function openDevConversations(
  live: LiveContent,
  settings: Settings,
  log: (line: string) => void,
): Pick<AppParts, 'conversations' | 'voice' | 'conversationDays'> {
  let opened: Promise<AssembledConversations> | undefined;
  let mode: AppParts['voice']['mode'] = () => 'extractive';
  const open = () =>
    (opened ??= assemble(live, settings, log).then((assembled) => {
      mode = assembled.voice.mode;
      return assembled;
    }));
  return {
    conversationDays: settings.conversationDays,
    conversations: {
      begin: async (...about) => (await open()).conversations.begin(...about),
      take: async (...about) => (await open()).conversations.take(...about),
      read: async (...about) => (await open()).conversations.read(...about),
      readFor: async (...about) => (await open()).conversations.readFor(...about),
      join: async (...about) => (await open()).conversations.join(...about),
      forget: async (...about) => (await open()).conversations.forget(...about),
      isReachable: async () => (await open()).conversations.isReachable(),
      expire: async () => (await open()).conversations.expire(),
    },
    voice: {
      // Until one has begun there is no telling; the page asks the guides then.
      mode: () => mode(),
      look: async (kept) => (await open()).voice.look(kept),
      async *speak(...about) {
        yield* (await open()).voice.speak(...about);
      },
    },
  };
}

async function assemble(
  live: LiveContent,
  settings: Settings,
  log: (line: string) => void,
): Promise<AssembledConversations> {
  return assembleConversations({
    database: await openPgliteDatabase(),
    knowledge: async () => (await live.read()).knowledge(),
    search: async (request) => (await live.read()).search(request),
    readArticle: async (lang, id) =>
      (await live.read()).content.articles.find((article) => article.lang === lang && article.id === id),
    settings,
    log,
  });
}
