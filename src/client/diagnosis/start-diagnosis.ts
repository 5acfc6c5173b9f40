import { SECTORS } from '../../core/article/browser.ts';
import {
  beginConversation,
  readConversation,
  type Conversation,
  type Knowledge,
  type WordSearch,
} from '../../core/assistant/browser.ts';
import { readTicks } from '../guide/browser.ts';
import { pageSearch, takeCarriedWords } from '../search/browser.ts';
import { DiagnosisPage } from './diagnosis-page.ts';
import { readKept } from './kept-conversation.ts';
import type { DiagnosisSettings } from './settings.ts';
import type { ServerLink } from './server-link.ts';
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
  const parameters = new URLSearchParams(location.search);
  const words = parameters.get('q')?.trim() ?? takeCarriedWords().trim();
  // A page on which nothing happened yet is drawn again with what this device knows.
  const isDrawn = view.querySelector('.trail__said, .trail__answer, [data-notice]') !== null;
  const drawn = isDrawn ? readConversation(conversation ?? '') : undefined;
  const link = await openLink(settings);
  const talk = await openTalk(settings, (knowledge) => {
    const begun = drawn ?? fromAddress(parameters, words, knowledge);
    // What begins here is not what the server has of before.
    if (begun) link?.leave();
    return begun ?? readKept() ?? beginConversation();
  });
  // The words of the address are in the conversation now: a reload must not say them again.
  if (location.search !== '') history.replaceState(history.state, '', location.pathname);
  const page = new DiagnosisPage({ view, live, words: settings.words, talk, ...(link && { link }) });
  if (!drawn && words !== '') await page.begin(words);
  // What the server has drawn stays, with its notice.
  else await page.attach(drawn !== undefined);
}

/**
 * Goes on in a panel on any page with the conversation that was kept, else begins one in the place that the
 * panel stands in. @throws when what the engine knows cannot be fetched.
 */
export async function resumeDiagnosis(
  { view, live, settings }: Omit<DiagnosisParts, 'conversation'>,
  from: Omit<Conversation, 'turns'>,
): Promise<void> {
  const talk = await openTalk(settings, () => readKept() ?? beginFrom(from));
  const link = await openLink(settings);
  const page = new DiagnosisPage({ view, live, words: settings.words, talk, ...(link && { link }) });
  await page.attach(false);
}

/** Only a page where a language model answers has the code that talks to it. */
async function openLink({ assistant, lang, site = '' }: DiagnosisSettings): Promise<ServerLink | undefined> {
  if (assistant?.mode !== 'model') return undefined;
  const { ServerLink } = await import('./server-link.ts');
  return new ServerLink(site + assistant.api, lang);
}

async function openTalk(
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

/** A guide, a sector or words in the address begin a new conversation; without them, undefined. */
function fromAddress(
  parameters: URLSearchParams,
  words: string,
  { model }: Knowledge,
): Conversation | undefined {
  const article = parameters.get('article') ?? '';
  const sector = SECTORS.find((name) => name === parameters.get('sector'));
  const known = model.placeOf.has(article) ? article : undefined;
  if (words === '' && known === undefined && !sector) return undefined;
  return beginFrom({ ...(known !== undefined && { article: known }), ...(sector && { sector }) });
}

/** From a guide, the steps that were ticked there on this device come along. */
function beginFrom({ article, ...from }: Omit<Conversation, 'turns'>): Conversation {
  return beginConversation(article, { ...(article !== undefined && { tried: readTicks(article) }), ...from });
}
