export { forgetInbox, type ForgettingStore } from './forget-inbox.ts';
export { startAccountPage } from './start-account-page.ts';
export type { AccountSettings, AccountWords } from './words.ts';
