export { readSettings, type Settings } from './read-settings.ts';
export { SETTING_NOTES, type SettingNote } from './setting-notes.ts';
export { SettingsError, type SettingProblem } from './settings-error.ts';
export { nameEmbedder } from './name-embedder.ts';
export { explainFault } from './explain-fault.ts';
