import type { Sign } from '../../core/article/browser.ts';
import type { DiagnosisProblem } from '../../core/diagnosis/browser.ts';
import type { UrgentData } from './reader-safety.ts';

/** The address of the file that holds what the engine and its guard know. */
export const DIAGNOSIS_DATA = '/diagnosa-data.json';

/** What the engine and its guard know, as the site writes it. */
export interface DiagnosisData {
  readonly problems: readonly DiagnosisProblem[];
  readonly signs: readonly Sign[];
  readonly urgent: UrgentData;
}
