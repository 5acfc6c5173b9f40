import {
  beginConversation,
  readConversation,
  type Conversation,
  type Knowledge,
  type WordSearch,
} from '../../core/assistant/browser.ts';
import { pageSearch } from '../search/browser.ts';
import { DiagnosisPage } from './diagnosis-page.ts';
import { readKept } from './kept-conversation.ts';
import type { DiagnosisSettings } from './settings.ts';
import { openSiteFiles } from './site-files.ts';
import { Talk } from './talk.ts';

const MOST_HITS = 8;

/** The parts of the page that the diagnosis lives in. */
export interface DiagnosisParts {
  readonly view: HTMLElement;
  readonly live: HTMLElement;
  readonly settings: DiagnosisSettings;
  /** The conversation that the server has drawn, as JSON. */
  readonly conversation: string | undefined;
}

/**
 * Takes up the conversation where it stands: what the server has drawn, else what the address begins, else
 * what this device has kept. @throws when what the engine knows cannot be fetched.
 */
export async function startDiagnosis({ view, live, settings, conversation }: DiagnosisParts): Promise<void> {
  const files = openSiteFiles(settings);
  const knowledge = await files.knowledge();
  const search = pageSearch(settings.api);
  const ask: WordSearch = (query, lang) =>
    search({ query, lang, limit: MOST_HITS, passages: false }, new AbortController().signal);
  const parameters = new URLSearchParams(location.search);
  const words = parameters.get('q')?.trim() ?? '';
  const drawn = readConversation(conversation ?? '');
  const start = drawn ?? fromAddress(parameters.get('article'), words, knowledge) ?? readKept();
  // The words of the address are in the conversation now: a reload must not say them again.
  if (location.search !== '') history.replaceState(history.state, '', location.pathname);
  const talk = new Talk(knowledge, settings, files, ask, start ?? beginConversation());
  if (!drawn && words !== '') talk.say(words);
  // What the server has drawn stays, with its notice.
  await new DiagnosisPage(view, live, settings.words).attach(talk, drawn !== undefined || !start);
}

/** A guide or words in the address begin a new conversation; without them, undefined. */
function fromAddress(article: string | null, words: string, { model }: Knowledge): Conversation | undefined {
  const known = article !== null && model.placeOf.has(article) ? article : undefined;
  return words === '' && known === undefined ? undefined : beginConversation(known);
}
