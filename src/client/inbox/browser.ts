export type { InboxSettings } from './inbox-settings.ts';
export type { InboxWords } from './inbox-words.ts';
export { startInbox } from './start-inbox.tsx';
