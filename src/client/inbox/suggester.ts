import { wordsOf } from './draft.ts';
import type { InboxContext } from './inbox-context.ts';

/** Keeps the suggested guides up with the conversation and with what is being written. */
export interface Suggester {
  /** Asks after a pause; many calls at once are one. */
  soon(): void;
}

const PAUSE_MS = 700;
/** The end of a long answer says what it is about; an address holds no more. */
const LONGEST = 500;

/** The suggester of an inbox. Without an answer, the guides that are shown stay. */
export function createSuggester({ api, state, take }: InboxContext): Suggester {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const { thread, isSignedOut } = state();
    if (!thread?.thread || isSignedOut) return;
    const answer = await api.suggestions(thread.id, wordsOf(thread.draft).slice(-LONGEST));
    if (answer.kind === 'done') take({ kind: 'suggested', ticket: thread.id, guides: answer.value.guides });
  };
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), PAUSE_MS);
    },
  };
}
