import type { Language } from '../../core/article/browser.ts';
import { hashRequest } from '../secret/index.ts';
import { carryOut, cutTo, type Deed } from './carry-out.ts';
import type { ConversationParts, Repeatable } from './conversation-parts.ts';
import { changeTo, keptOf } from './conversation-row.ts';
import { findOwn } from './find-own.ts';
import type { Credentials, KeptConversation } from './kept-conversation.ts';
import { searchWords } from './search-words.ts';

/** What a reader does to a conversation. */
export interface Step {
  readonly deed: Deed;
  /** The language of the page that the reader is on; that of the conversation when it is left out. */
  readonly lang?: Language;
  /** The revision that the page shows; what came after is taken back. */
  readonly revision?: number;
}

export type Taken =
  | { readonly kind: 'taken'; readonly kept: KeptConversation }
  /** No conversation of that id, or another secret: nobody is told which. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'other-request' }
  /** Too much at once. */
  | { readonly kind: 'busy' };

/** So often a step that others were faster than is taken again. */
const MOST_TRIES = 12;
/** The last keys of a conversation; a request that is older is not sent again. */
const KEYS_KEPT = 64;

/**
 * Takes one step of a conversation. A change names the version that it follows: of two at once, the later is carried
 * out anew over the result of the earlier. The same request, sent again, changes nothing.
 */
export async function take(
  parts: ConversationParts,
  credentials: Credentials,
  { deed, revision, lang: shown }: Step,
  repeatable?: Repeatable,
): Promise<Taken> {
  const request = repeatable && hashRequest(repeatable.key, repeatable.body);
  const knowledge = await parts.knowledge();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const isRecalled = tries === 0;
    const row = await findOwn(parts, credentials, isRecalled ? 'recall' : 'find');
    if (!row) return { kind: 'unknown' };
    const same = row.requests.find(({ key }) => key === request?.key);
    // What changes nothing must be told as it is now.
    if (same && isRecalled) continue;
    if (same) return same.body === request?.body ? takenAs(row) : { kind: 'other-request' };
    const { conversation } = keptOf(row);
    const from = revision === undefined ? conversation : cutTo(conversation, revision);
    if (!from && isRecalled) continue;
    if (!from) return takenAs(row);
    const lang = shown ?? row.lang;
    const carried = carryOut(knowledge, from, deed, lang);
    const done = await searchWords(carried, parts.search, lang);
    const requests = request ? [...row.requests, request].slice(-KEYS_KEPT) : row.requests;
    const before = { masked: row.masked, requests };
    const change = changeTo(done, { knowledge, lang, now: parts.now(), keepDays: parts.keepDays, before });
    if (await parts.store.change(row.id, row.version, change)) return takenAs({ ...row, ...change });
  }
  return { kind: 'busy' };
}

function takenAs(row: Parameters<typeof keptOf>[0]): Taken {
  return { kind: 'taken', kept: keptOf(row) };
}
