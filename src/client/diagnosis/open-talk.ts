import {
  beginConversation,
  type Conversation,
  type Knowledge,
  type WordSearch,
} from '../../core/assistant/browser.ts';
import { readTicks } from '../guide/browser.ts';
import { pageSearch } from '../search/browser.ts';
import type { DiagnosisSettings } from './settings.ts';
import type { ServerLink } from './server-link.ts';
import { openSiteFiles } from './site-files.ts';
import { Talk } from './talk.ts';

const MOST_HITS = 8;

/**
 * Opens the talk that `begin` gives, over the files and the search of the site.
 * @throws when what the engine knows cannot be fetched.
 */
export async function openTalk(
  settings: DiagnosisSettings,
  begin: (knowledge: Knowledge) => Conversation,
): Promise<Talk> {
  const files = openSiteFiles(settings);
  const knowledge = await files.knowledge();
  const search = pageSearch(settings.api, settings.site);
  const ask: WordSearch = (query, lang) =>
    search({ query, lang, limit: MOST_HITS, passages: false }, new AbortController().signal);
  return new Talk(knowledge, settings, files, ask, begin(knowledge));
}

/** The conversation on the server. Only a page where a language model answers has the code that talks to it. */
export async function openLink({
  assistant,
  lang,
  site = '',
}: DiagnosisSettings): Promise<ServerLink | undefined> {
  if (assistant?.mode !== 'model') return undefined;
  const { ServerLink } = await import('./server-link.ts');
  return new ServerLink(site + assistant.api, lang);
}

/** Begins a conversation in a place. From a guide, the steps that were ticked there on this device come along. */
export function beginFrom({ article, ...from }: Omit<Conversation, 'turns'>): Conversation {
  return beginConversation(article, { ...(article !== undefined && { tried: readTicks(article) }), ...from });
}
