import { FAKE_KNOWLEDGE } from '../../core/assistant/fake-knowledge.ts';
import type { WordSearch } from '../../core/assistant/index.ts';
import { findSecrets, mask } from '../../core/safety/browser.ts';
import type { ConversationParts } from './conversation-parts.ts';
import type { ConversationStore } from './conversation-store.ts';

/** Parts over a store, with a clock that is set by hand. */
export interface FakeConversationParts extends ConversationParts {
  readonly clock: { now: Date };
}

/** Every message is about `banking/arrived`. */
const FIND_ARRIVED: WordSearch = () =>
  Promise.resolve({ results: [{ id: 'banking/arrived', confidence: 0.6 }], outOfScope: false });

/** The fake knowledge with real masking, a search that finds one problem, and conversations that are kept a day. */
export function fakeConversationParts(
  store: ConversationStore,
  changes: Partial<ConversationParts> = {},
): FakeConversationParts {
  const clock = { now: new Date('2026-01-02T03:04:05.678Z') };
  const safety = {
    isUrgent: (text: string) => text.includes('BAHAYA'),
    holdsSecret: (text: string) => findSecrets(text).length > 0,
    mask: (text: string) => mask(text).text,
  };
  return {
    store,
    knowledge: () => Promise.resolve({ ...FAKE_KNOWLEDGE, safety }),
    search: FIND_ARRIVED,
    now: () => clock.now,
    keepDays: 1,
    ...changes,
    clock,
  };
}
