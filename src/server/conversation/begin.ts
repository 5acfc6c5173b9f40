import type { Language } from '../../core/article/browser.ts';
import {
  beginConversation,
  readConversation,
  type Conversation,
  type Knowledge,
} from '../../core/assistant/index.ts';
import { createId, createSecret, hashRequest, hashSecret, type KeyedRequest } from '../secret/index.ts';
import { addCounts, carryOut, readmit, type Deed, type Done } from './carry-out.ts';
import type { ConversationParts, Repeatable } from './conversation-parts.ts';
import { changeTo, keptOf } from './conversation-row.ts';
import type { ConversationRow } from './conversation-table.ts';
import type { KeptConversation } from './kept-conversation.ts';
import { searchWords } from './search-words.ts';

/** What a conversation begins with. */
export interface Opening {
  readonly lang: Language;
  /** As a browser or a page has kept it; not trusted. */
  readonly conversation?: unknown;
  /** The guide that did not help; one that does not exist is left out. */
  readonly article?: string;
  /** The steps that the reader ticked there, and the sector or service of the place that they come from. */
  readonly from?: Pick<Conversation, 'tried' | 'sector' | 'service'>;
  readonly deeds: readonly Deed[];
}

export type Begun =
  | { readonly kind: 'begun'; readonly kept: KeptConversation; readonly secret: string }
  /** The key was used for another request. */
  | { readonly kind: 'other-request' };

/** Begins a conversation; the same request, sent again, gives the same one. */
export async function begin(
  parts: ConversationParts,
  opening: Opening,
  repeatable?: Repeatable,
): Promise<Begun> {
  const { store, now, keepDays } = parts;
  const { lang } = opening;
  const request = repeatable && hashRequest(repeatable.key, repeatable.body);
  const knowledge = await parts.knowledge();
  const id = createId();
  const secret = createSecret(id, repeatable?.key);
  const done = await openWith(parts, knowledge, opening);
  const row: ConversationRow = {
    id,
    secretHash: hashSecret(secret),
    openingKey: request?.key ?? null,
    openingBody: request?.body ?? null,
    createdAt: now(),
    version: 0,
    ...changeTo(done, { knowledge, lang, now: now(), keepDays, before: { masked: {}, requests: [] } }),
  };
  if (await store.insert(row)) return { kind: 'begun', kept: keptOf(row), secret };
  // The same request came before.
  const other = request && (await store.findOpening(request.key, now()));
  return openedBefore(other, request, repeatable);
}

function openedBefore(
  row: ConversationRow | undefined,
  request: KeyedRequest | undefined,
  repeatable: Repeatable | undefined,
): Begun {
  if (!row || !repeatable || row.openingBody !== request?.body) return { kind: 'other-request' };
  return { kind: 'begun', kept: keptOf(row), secret: createSecret(row.id, repeatable.key) };
}

async function openWith(
  { search }: ConversationParts,
  knowledge: Knowledge,
  { lang, conversation, article, from, deeds }: Opening,
): Promise<Done> {
  const given = conversation === undefined ? undefined : JSON.stringify(conversation);
  const taken = given === undefined ? undefined : readConversation(given, { found: false });
  const known = article !== undefined && knowledge.model.placeOf.has(article) ? article : undefined;
  let done: Done = taken ? readmit(taken) : { conversation: beginConversation(known, from), masked: {} };
  // An answer in words means what it does only after the words before it were searched for.
  if (taken) done = await searchWords(done, search, lang);
  for (const deed of deeds) {
    const next = carryOut(knowledge, done.conversation, deed, lang);
    done = { ...next, masked: addCounts(done.masked, next.masked) };
  }
  return searchWords(done, search, lang);
}
