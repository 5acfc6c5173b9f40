import { drawDiagnosis, Talk, type TalkFiles } from '../client/diagnosis/browser.ts';
import { SECTORS, type Content, type Language } from '../core/article/index.ts';
import {
  beginConversation,
  openKnowledge,
  readConversation,
  writeConversation,
  type Conversation,
  type Knowledge,
  type KnowledgeData,
  type WordSearch,
} from '../core/assistant/index.ts';
import { diagnosisProblems } from '../core/diagnosis/index.ts';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { agentGuide } from './agent-guide.ts';
import { escalationPolicy } from './escalation-policy.ts';
import { siteContent } from './site-content.ts';
import { urgentData } from './urgent-data.ts';

/** One page of a conversation, made on the server. */
export interface DiagnosisAnswer {
  /** The reader has sent something; the page is theirs alone. */
  readonly hasInput: boolean;
  readonly html: string;
  /** As JSON, for the browser to take up. */
  readonly conversation: string;
}

type Search = NonNullable<App.Locals['search']>;

const PARAMETERS = ['q', 'do', 's', 'article', 'sector', 'service'];
const MOST_HITS = 8;

/**
 * Answers the form of the page: `s` is the conversation so far, `do` a choice or `say`, `q` what the reader
 * wrote, `article` the guide they come from, `sector` what the page they come from is about, `service` the service
 * they choose. Nothing of it is trusted: a
 * conversation that cannot be read begins anew, and what search had found for it is searched for again.
 * Without parameters it is the page that greets.
 */
export async function answerDiagnosis(
  parameters: URLSearchParams,
  lang: Language,
  search?: Search,
): Promise<DiagnosisAnswer> {
  const content = await siteContent();
  const knowledge = await knowledgeOf(content);
  const before = readConversation(parameters.get('s') ?? '', { found: false });
  const begun = before ?? beginConversation(articleOf(parameters, knowledge), placeOf(parameters));
  const settings = { lang, words: diagnosisText(lang).words };
  const talk = new Talk(knowledge, settings, filesOf(content), searchWith(search), begun);
  if (before) await talk.look();
  carryOut(parameters, talk);
  const view = await talk.look();
  const carried = writeConversation(talk.conversation, { found: false });
  return {
    hasInput: PARAMETERS.some((name) => parameters.has(name)),
    html: drawDiagnosis({ ...view, carried }),
    // It stands in an attribute: markup in the reader's words would be harmless there, and is not there at all.
    conversation: writeConversation(talk.conversation).replaceAll('<', '\\u003c'),
  };
}

/** What a conversation is led by, for the browser. */
export async function knowledgeData({ articles, signs }: Content): Promise<KnowledgeData> {
  return {
    problems: diagnosisProblems(articles),
    signs: [...signs.values()],
    urgent: await urgentData(),
    policy: await escalationPolicy(),
  };
}

// Made again only when the content was read again.
const made = new WeakMap<Content, Promise<Knowledge>>();

function knowledgeOf(content: Content): Promise<Knowledge> {
  const known = made.get(content);
  if (known) return known;
  const knowledge = knowledgeData(content).then(openKnowledge);
  made.set(content, knowledge);
  return knowledge;
}

function articleOf(parameters: URLSearchParams, { model }: Knowledge): string | undefined {
  const article = parameters.get('article');
  return article !== null && model.placeOf.has(article) ? article : undefined;
}

function placeOf(parameters: URLSearchParams): Pick<Conversation, 'sector'> {
  const sector = SECTORS.find((name) => name === parameters.get('sector'));
  return sector ? { sector } : {};
}

function carryOut(parameters: URLSearchParams, talk: Talk): void {
  const text = parameters.get('q');
  // From another page, an empty box is no message.
  const choice = parameters.get('do') ?? (text?.trim() === '' ? undefined : 'say');
  if (choice === undefined) return;
  if (choice === 'service') talk.choose(`service:${parameters.get('service') ?? ''}`);
  else if (choice !== 'say') talk.choose(choice);
  else if (text !== null) talk.say(text);
}

function searchWith(search: Search | undefined): WordSearch {
  if (!search) return () => Promise.reject(new Error('There is no search here.'));
  return (query, lang) => search({ query, lang, limit: MOST_HITS, passages: false });
}

function filesOf(content: Content): TalkFiles {
  return {
    steps: (problem, lang) => {
      const article = content.articles.find((one) => one.id === problem && one.lang === lang);
      return Promise.resolve(article ? agentGuide(article, content).steps : []);
    },
    services: () => Promise.resolve(content.services),
  };
}
