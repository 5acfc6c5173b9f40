import { addTurn, isWithPerson } from '../../core/assistant/index.ts';
import type { ConversationParts } from './conversation-parts.ts';
import { changeTo, keptOf } from './conversation-row.ts';

const MOST_TRIES = 12;

/**
 * Records that a person has taken over, so that the assistant is silent from here on; once, however often it is called.
 * False when there is no such conversation any more, or too much happens to it at once. Whoever calls it has checked
 * that the conversation is the reader's.
 */
export async function join(parts: ConversationParts, id: string): Promise<boolean> {
  const { store, now, keepDays } = parts;
  const knowledge = await parts.knowledge();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const row = await store.find(id, now());
    if (!row) return false;
    const { conversation } = keptOf(row);
    if (isWithPerson(conversation)) return true;
    const { lang, masked, requests } = row;
    const done = { conversation: addTurn(conversation, { kind: 'joined' }), masked: {} };
    const change = changeTo(done, { knowledge, lang, now: now(), keepDays, before: { masked, requests } });
    if (await store.change(row.id, row.version, change)) return true;
  }
  return false;
}
