import type { Language } from '../article/browser.ts';
import {
  addTurn,
  cutText,
  isWithPerson,
  LONGEST_MESSAGE,
  MOST_TURNS,
  saidTexts,
  type Conversation,
  type Turn,
} from './conversation.ts';
import type { Knowledge } from './knowledge.ts';
import { readLanguage } from './language-of.ts';
import { nextMove, type Move } from './next-move.ts';
import { offerFor, offerStatus, type OfferCase } from './offer-person.ts';
import { readAnswer } from './read-answer.ts';
import type { OfferReason } from './reasons.ts';
import { replay } from './replay.ts';
import { offersPicture, readSpeech } from './speech.ts';
import type { Status } from './status.ts';

/** A conversation after the reader did something. */
export interface Taken {
  readonly conversation: Conversation;
  /** What to say at once, beside the next move. */
  readonly notice?: Status;
}

/**
 * Takes what a reader wrote. A secret stops it before anything else, unless danger does: the conversation stays as
 * it is. Words that answer the open question are its answer; small talk gets its reply and changes nothing; all
 * else becomes a message for search (`findWords`). What the policy offers a person for is noted as a turn of its
 * own. While a person has the conversation, words are kept for them and nothing is said. What is kept is masked.
 */
export function receiveText(
  knowledge: Knowledge,
  conversation: Conversation,
  input: string,
  lang: Language,
): Taken {
  const { safety } = knowledge;
  const clean = cleanText(input);
  // In danger, what to do now comes before what not to write; the secret is masked all the same.
  const isUrgent = safety.isUrgent(clean);
  if (safety.holdsSecret(clean) && !isUrgent) return { conversation, notice: 'blocked-secret' };
  if (conversation.turns.length >= MOST_TURNS) return { conversation, notice: 'full' };
  const text = isUrgent ? cutAround(clean, (part) => safety.isUrgent(part)) : cutText(clean);
  const said: Turn = { kind: 'said', text: cutText(safety.mask(text)) };
  if (isWithPerson(conversation))
    return { conversation: clean === '' ? conversation : addTurn(conversation, said) };
  const move = nextMove(knowledge, conversation);
  const answer = readAnswer(move, text);
  if (answer) return { conversation: addTurn(conversation, answer) };
  const speech = isUrgent ? 'problem' : readSpeech(text);
  if (speech === 'wants-person') return { conversation: addTurn(conversation, { kind: 'person' }) };
  const story = storyBefore(knowledge, conversation, move);
  // Naming a person again after the offer is the answer to it.
  if (speech === 'offer-person' && story.offered.includes('vague-wish')) {
    return { conversation: addTurn(conversation, { kind: 'person' }) };
  }
  // In danger, the way to a person is part of what to do now.
  const offer =
    isUrgent || HANDED_OVER.has(move.state)
      ? undefined
      : offerFor(knowledge.policy, { text: said.text, speech, ...story });
  const heard = speech === 'problem' ? addTurn(conversation, said) : conversation;
  const notice =
    speech === 'problem'
      ? noticeFor(move, clean, lang, offer)
      : offer === undefined
        ? speech
        : offerStatus(offer);
  return {
    conversation: offer === undefined ? heard : addTurn(heard, { kind: 'offered', reason: offer }),
    ...(notice && { notice }),
  };
}

/** A person is at hand there already. */
const HANDED_OVER: ReadonlySet<Move['state']> = new Set(['handoff', 'with-person']);

/** What was said and offered in the story that a new message goes on with; after "solved", it begins a new one. */
function storyBefore(
  { model }: Knowledge,
  conversation: Conversation,
  move: Move,
): Pick<OfferCase, 'said' | 'offered'> {
  if (move.state === 'solved') return { said: [], offered: [] };
  const { begins, offered } = replay(model, conversation);
  return { said: saidTexts({ turns: conversation.turns.slice(begins) }), offered };
}

function noticeFor(
  move: Move,
  text: string,
  lang: Language,
  offer: OfferReason | undefined,
): Status | undefined {
  if (text.length > LONGEST_MESSAGE) return 'too-long';
  if (offer !== undefined) return offerStatus(offer);
  if (move.state === 'handoff') return 'noted-for-person';
  if (offersPicture(text)) return 'no-pictures';
  const written = readLanguage(text);
  if (written === undefined || written === lang) return undefined;
  return written === 'en' ? 'writes-english' : 'writes-indonesian';
}

/** Of a very long text in danger, the part that tells of the danger. */
function cutAround(text: string, isWanted: (part: string) => boolean): string {
  for (let from = 0; from + LONGEST_MESSAGE < text.length; from += LONGEST_MESSAGE / 2) {
    const part = cutText(text.slice(from));
    if (isWanted(part)) return part;
  }
  return cutText(text.slice(Math.max(0, text.length - LONGEST_MESSAGE)));
}

/** Without characters that nobody sees, which may hide words. */
function cleanText(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFD]/gu, ' ')
    .replaceAll(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();
}
