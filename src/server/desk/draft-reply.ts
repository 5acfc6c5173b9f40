import type { Article } from '../../core/article/browser.ts';
import type { DeskDraft, DeskStory, DeskSuggestion } from '../../core/ticket/index.ts';
import { MOST_TURNS, type Reply, type TicketTurn } from '../../core/wording/index.ts';
import type { Limit, Limits } from '../intake/index.ts';
import type { DraftWriter, ReplyWriter } from '../language-model/index.ts';
import type { TicketThread } from '../ticket/index.ts';
import { cleanWords } from './clean-words.ts';
import { draftFromGuide } from './draft-from-guide.ts';
import type { SuggestionSources } from './suggest-guides.ts';
import { writeLetter } from './write-letter.ts';

/** Words drafts with a language model. */
export interface ModelDrafts {
  readonly writer: DraftWriter & Pick<ReplyWriter, 'mode'>;
  /** How often an agent may ask. */
  readonly limits: Pick<Limits, 'take'>;
}

/** What drafts are written with. */
export interface ReplyDraftMeans extends Pick<SuggestionSources, 'readArticle' | 'siteUrl'> {
  /** Undefined: guides word all drafts. */
  readonly drafts?: ModelDrafts;
}

/** A draft that an agent asks for. */
export interface ReplyDraftOrder {
  readonly thread: TicketThread;
  readonly story?: DeskStory;
  /** The likeliest first. */
  readonly suggestions: readonly DeskSuggestion[];
  readonly agent: { readonly id: string; readonly name: string };
  /** Names of agents, which a model need not know. */
  readonly names: readonly string[];
  /** Aborted when the agent has left. */
  readonly signal: AbortSignal;
}

const LEAST_PROBABILITY = 0.2;
/** What may be meant beside the likeliest; more would be a list of guides. */
const MOST_OTHERS = 1;
/** An agent who presses the button for each ticket of an hour is within it; one who plays with it is not. */
const DRAFTS: Limit = { name: 'draft', most: 60, seconds: 3600 };

/**
 * A reply for an agent to edit, from guides that fit: worded by a language model where there is one and what it wrote has
 * passed, else from the steps of the likeliest. `mode` says which. Whatever a model does, there is a draft.
 */
export async function draftReply(means: ReplyDraftMeans, order: ReplyDraftOrder): Promise<DeskDraft> {
  const { thread, story, agent } = order;
  const { lang } = thread.ticket;
  const best = likeliest(order.suggestions);
  const guide = best && (await means.readArticle(lang, best.id));
  const subject = {
    lang,
    siteUrl: means.siteUrl,
    agentName: agent.name,
    guide,
    ...(story && { story }),
  };
  if (!guide || !means.drafts || !(await mayAsk(means.drafts, agent.id))) return draftFromGuide(subject);
  const others = await readOthers(means, order, guide);
  const reply = await askModel(means.drafts.writer, order, guide, others);
  return reply ? writeLetter(reply, subject, [guide, ...others]) : draftFromGuide(subject);
}

/** The suggestion that a draft is written from: one that is likely enough, rather one that was not sent yet. */
export function likeliest(suggestions: readonly DeskSuggestion[]): DeskSuggestion | undefined {
  const likely = suggestions.filter(isLikely);
  return likely.find(({ isSent }) => isSent !== true) ?? likely[0];
}

function isLikely({ probability }: DeskSuggestion): boolean {
  return probability >= LEAST_PROBABILITY;
}

async function mayAsk({ writer, limits }: ModelDrafts, agent: string): Promise<boolean> {
  try {
    return writer.mode() === 'model' && (await limits.take(DRAFTS, agent)) === 0;
  } catch {
    // Who cannot count does not spend. The database says itself what is wrong with it.
    return false;
  }
}

async function readOthers(
  { readArticle }: ReplyDraftMeans,
  { suggestions, thread }: ReplyDraftOrder,
  guide: Article,
): Promise<Article[]> {
  const ids = suggestions.filter(isLikely).flatMap(({ id }) => (id === guide.id ? [] : [id]));
  const others = ids.slice(0, MOST_OTHERS).map((id) => readArticle(thread.ticket.lang, id));
  return (await Promise.all(others)).filter((article) => article !== undefined);
}

function askModel(
  writer: DraftWriter,
  { thread, story, names, signal }: ReplyDraftOrder,
  guide: Article,
  others: readonly Article[],
): Promise<Reply | undefined> {
  const { ticket, messages } = thread;
  // Notes are for agents alone, and what Pandu itself says tells nothing.
  const said = messages.flatMap(({ kind, text }): TicketTurn[] =>
    kind === 'reader' || kind === 'agent' ? [{ by: kind, text }] : [],
  );
  const turns = [{ by: 'reader' as const, text: ticket.subject }, ...said]
    .slice(-MOST_TURNS)
    .map(({ by, text }) => ({ by, text: cleanWords(text, ticket, names) }));
  const tried = new Set((story?.tried ?? []).map(({ action }) => action));
  return writer.draft({ lang: ticket.lang, turns, guide, others, tried, ticket: ticket.id, signal });
}
