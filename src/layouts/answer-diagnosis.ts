import { drawDiagnosis, Talk, type LadderData, type TalkFiles } from '../client/diagnosis/browser.ts';
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
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { LADDER_TEXT } from '../i18n/ladder-text.ts';
import { loadLadders } from '../server/content/index.ts';
import { loadKnowledgeData } from '../server/conversation/index.ts';
import { agentGuide } from './agent-guide.ts';
import { deskSettings } from './desk-settings.ts';
import { CONTENT_ROOT, siteContent } from './site-content.ts';

/** One page of a conversation, made on the server. */
export interface DiagnosisAnswer {
  /** The reader has sent something; the page is theirs alone. */
  readonly hasInput: boolean;
  readonly html: string;
  /** As JSON, for the browser to take up. */
  readonly conversation: string;
}

type Search = NonNullable<App.Locals['search']>;

const PARAMETERS = ['q', 'do', 's', 'article', 'sector', 'service', 'new'];
const MOST_HITS = 8;

/** What the server tells the page beside its address. */
type DiagnosisLocals = Pick<App.Locals, 'search' | 'assistant' | 'desk' | 'form'>;

/**
 * Draws the page. A conversation that the server keeps for this reader is drawn as it stands there. Else the page
 * answers its address: `s` is the conversation so far, `do` a choice or `say`, `q` what the reader wrote, `article` the
 * guide they come from, `sector` what the page they come from is about, `service` the service they choose, `new` that
 * they begin anew. Nothing of it is trusted: a conversation that cannot be read begins anew, and what search had found
 * for it is searched for again. Without parameters it is the page that greets.
 */
export async function answerDiagnosis(
  address: URLSearchParams,
  lang: Language,
  { search, assistant, desk, form }: DiagnosisLocals = {},
): Promise<DiagnosisAnswer> {
  const parameters = form?.posted === undefined ? address : new URLSearchParams(form.posted);
  const hasOwn = PARAMETERS.some((name) => parameters.has(name));
  const content = await siteContent();
  const knowledge = await knowledgeOf(content);
  const settings = {
    lang,
    words: diagnosisText(lang).words,
    ...(assistant && { assistant }),
    ...(desk && { desk: deskSettings(lang, desk) }),
  };
  const open = (conversation: Conversation) =>
    new Talk(knowledge, settings, filesOf(content), searchWith(search), conversation);
  if (form?.kept && !hasOwn) {
    const { conversation, notice } = form.kept;
    const talk = open(conversation);
    talk.adopt(conversation, notice);
    const posting = { revision: conversation.turns.length };
    return answerOf(drawDiagnosis({ ...(await talk.look()), posting }), talk, true);
  }
  const before = readConversation(parameters.get('s') ?? '', { found: false });
  const begun = before ?? beginConversation(articleOf(parameters, knowledge), placeOf(parameters));
  const talk = open(begun);
  if (before) await talk.look();
  carryOut(parameters, talk);
  const view = await talk.look();
  const carried = writeConversation(talk.conversation, { found: false });
  const posting = form?.mayPost ? { posting: {} } : {};
  return answerOf(drawDiagnosis({ ...view, carried, ...posting }), talk, hasOwn);
}

function answerOf(html: string, talk: Talk, hasInput: boolean): DiagnosisAnswer {
  return {
    hasInput,
    html,
    // It stands in an attribute: markup in the reader's words would be harmless there, and is not there at all.
    conversation: writeConversation(talk.conversation).replaceAll('<', '\\u003c'),
  };
}

/** What a conversation is led by, for the browser. */
export function knowledgeData(content: Content): Promise<KnowledgeData> {
  return loadKnowledgeData(CONTENT_ROOT, content);
}

/** Who has to answer complaints, for the end of a conversation. */
export function ladderData(content: Content): Promise<LadderData> {
  const known = laddersOf.get(content);
  if (known) return known;
  const data = loadLadders(CONTENT_ROOT, content).then((ladders) => ({ words: LADDER_TEXT, ladders }));
  laddersOf.set(content, data);
  return data;
}

// Made again only when the content was read again.
const laddersOf = new WeakMap<Content, Promise<LadderData>>();
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
    ladders: () => ladderData(content),
  };
}
