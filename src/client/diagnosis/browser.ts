export { drawDiagnosis } from './draw-diagnosis.ts';
export type { DeskSettings } from './desk-settings.ts';
export type { DeskWords } from './desk-words.ts';
export type { LadderData, LadderWords } from './ladder-words.ts';
export type { DiagnosisSettings } from './settings.ts';
export { Talk, type TalkFiles } from './talk.ts';
export type { DiagnosisWords } from './words.ts';
