import type { Language } from '../../core/article/browser.ts';
import { findWords, type WordSearch } from '../../core/assistant/index.ts';
import type { Done } from './carry-out.ts';

/** What search finds for new words. When it fails, they wait, as a reader's words do who is offline. */
export async function searchWords(done: Done, search: WordSearch, lang: Language): Promise<Done> {
  try {
    return { ...done, conversation: await findWords(done.conversation, search, lang) };
  } catch {
    // The move says that search cannot be reached; the next deed asks it again.
    return done;
  }
}
