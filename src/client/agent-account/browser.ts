export { startAccountPage } from './start-account-page.ts';
export type { AccountSettings, AccountWords } from './words.ts';
