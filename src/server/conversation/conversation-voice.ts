import type { Article, Language } from '../../core/article/browser.ts';
import {
  candidatesOf,
  maySpeak,
  nextMove,
  readRegister,
  saidTexts,
  type Knowledge,
  type Move,
} from '../../core/assistant/index.ts';
import type { Candidate } from '../../core/diagnosis/index.ts';
import { extractReply, type Reply, type WordingInput, type WordingMode } from '../../core/wording/index.ts';
import type { ReplyWriter, WrittenPart } from '../language-model/index.ts';
import type { KeptConversation } from './kept-conversation.ts';

/** Everything that can be said about a conversation now. */
export interface ConversationView {
  readonly kept: KeptConversation;
  readonly knowledge: Knowledge;
  readonly move: Move;
  readonly candidates: readonly Candidate[];
  readonly wording: WordingInput;
  /** From the guides alone. Nothing is said while a person has the conversation. */
  readonly reply: Reply;
  /** Who will word the reply. */
  readonly mode: WordingMode;
}

/** What is sent while a reply is written. */
export type SpokenPart = WrittenPart | { readonly kind: 'silenced'; readonly view: ConversationView };

export interface VoiceParts {
  readonly knowledge: () => Promise<Knowledge>;
  readonly readArticle: (lang: Language, id: string) => Promise<Article | undefined>;
  readonly writer: ReplyWriter;
}

/** Words what conversations say. */
export interface ConversationVoice {
  /** Who words the replies now. */
  readonly mode: () => WordingMode;
  readonly look: (kept: KeptConversation) => Promise<ConversationView>;
  /**
   * The reply as it is written, the one that counts at the end. `readAgain` gives the conversation as it is by then:
   * when a person has joined meanwhile nothing more is said, and `silenced` comes in the place of the reply.
   */
  readonly speak: (
    view: ConversationView,
    readAgain: () => Promise<KeptConversation | undefined>,
    signal: AbortSignal,
  ) => AsyncIterable<SpokenPart>;
}

const SILENCE: Reply = { text: '', citations: [], mode: 'extractive' };
/** Guides that words are taken from while no problem is certain. */
const MOST_GUIDES = 3;

/** Opens what words conversations. */
export function createVoice(parts: VoiceParts): ConversationVoice {
  return {
    mode: () => parts.writer.mode(),
    look: (kept) => look(parts, kept),
    speak: (...about) => speak(parts, ...about),
  };
}

async function look(parts: VoiceParts, kept: KeptConversation): Promise<ConversationView> {
  const knowledge = await parts.knowledge();
  const { conversation, lang, notice } = kept;
  const move = nextMove(knowledge, conversation);
  const candidates = candidatesOf(knowledge.model, conversation);
  const said = saidTexts(conversation);
  const wording: WordingInput = {
    lang,
    register: readRegister(said),
    move,
    ...(notice && { notice }),
    articles: await readGuides(parts, lang, guidesFor(move, candidates)),
    said,
  };
  const isSilent = !maySpeak(conversation);
  return {
    kept,
    knowledge,
    move,
    candidates,
    wording,
    reply: isSilent ? SILENCE : extractReply(wording),
    mode: isSilent ? 'extractive' : parts.writer.mode(),
  };
}

function guidesFor(move: Move, candidates: readonly Candidate[]): readonly string[] {
  if (move.state === 'second-problem') return [move.now, move.other];
  if ('problem' in move) return [move.problem];
  const nearest = 'nearest' in move && move.nearest.length > 0 ? move.nearest : candidates;
  return nearest.slice(0, MOST_GUIDES).map(({ id }) => id);
}

async function readGuides(
  { readArticle }: VoiceParts,
  lang: Language,
  ids: readonly string[],
): Promise<readonly Article[]> {
  const articles = await Promise.all(ids.map((id) => readArticle(lang, id)));
  return articles.filter((article) => article !== undefined);
}

async function* speak(
  parts: VoiceParts,
  view: ConversationView,
  readAgain: () => Promise<KeptConversation | undefined>,
  signal: AbortSignal,
): AsyncIterable<SpokenPart> {
  if (view.mode === 'extractive') {
    yield { kind: 'reply', reply: view.reply };
    return;
  }
  for await (const part of parts.writer.write(view.wording, view.kept.id, signal)) {
    const now = await readAgain();
    // Its reader has removed it.
    if (!now) return;
    if (!maySpeak(now.conversation)) {
      yield { kind: 'silenced', view: await look(parts, now) };
      return;
    }
    yield part;
  }
}
