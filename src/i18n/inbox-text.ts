import type { InboxWords } from '../client/inbox/browser.ts';
import type { Language } from '../core/article/browser.ts';
import { INBOX_EN } from './inbox-text-en.ts';
import { INBOX_ID } from './inbox-text-id.ts';

/** The words of the agents' inbox; both languages, because the page switches without being loaded again. */
export const INBOX: Readonly<Record<Language, InboxWords>> = { id: INBOX_ID, en: INBOX_EN };
