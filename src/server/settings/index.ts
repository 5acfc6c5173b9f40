export {
  readSettings,
  type HandoffSettings,
  type LanguageModelSettings,
  type MailSettings,
  type Settings,
} from './read-settings.ts';
export { nameEmbedder } from './name-embedder.ts';
export { explainFault } from './explain-fault.ts';
