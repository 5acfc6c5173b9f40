export { drawDiagnosis } from './draw-diagnosis.ts';
export type { DiagnosisData } from './diagnosis-data.ts';
export { createReaderSafety, type UrgentData } from './reader-safety.ts';
export type { DiagnosisSettings } from './settings.ts';
export type { Knowledge } from './site-files.ts';
export { Talk, type TalkFiles } from './talk.ts';
export type { DiagnosisWords } from './words.ts';
