import type { Sign } from '../article/browser.ts';
import { prepareDiagnosis, type DiagnosisModel, type DiagnosisProblem } from '../diagnosis/browser.ts';
import { openSafety, type UrgentData } from './open-safety.ts';
import type { Safety } from './safety.ts';

/** What a conversation is led by; the same for every reader of a site. */
export interface Knowledge {
  readonly model: DiagnosisModel;
  readonly safety: Safety;
}

/** What {@link Knowledge} is opened from, as plain JSON: the site writes it, browsers and the server read it. */
export interface KnowledgeData {
  readonly problems: readonly DiagnosisProblem[];
  readonly signs: readonly Sign[];
  readonly urgent: UrgentData;
}

/** Opens what a conversation is led by. */
export function openKnowledge({ problems, signs, urgent }: KnowledgeData): Knowledge {
  return { model: prepareDiagnosis(problems, signs), safety: openSafety(urgent) };
}
