import type { Sign } from '../article/browser.ts';
import { prepareDiagnosis, type DiagnosisModel, type DiagnosisProblem } from '../diagnosis/browser.ts';
import type { EscalationPolicy } from './escalation-policy.ts';
import { openSafety, type UrgentData } from './open-safety.ts';
import type { Safety } from './safety.ts';
import type { Surroundings } from './surroundings.ts';

/** What a conversation is led by; but for the surroundings, the same for every reader of a site. */
export interface Knowledge {
  readonly model: DiagnosisModel;
  readonly safety: Safety;
  readonly policy: EscalationPolicy;
  /** What is so at this moment; without it, no incident, no desk, but a connection. */
  readonly surroundings?: Surroundings;
}

/** What {@link Knowledge} is opened from, as plain JSON: the site writes it, the server reads it, and browsers in parts. */
export interface KnowledgeData {
  readonly problems: readonly DiagnosisProblem[];
  readonly signs: readonly Sign[];
  readonly urgent: UrgentData;
  readonly policy: EscalationPolicy;
}

/** Opens what a conversation is led by. */
export function openKnowledge({ problems, signs, urgent, policy }: KnowledgeData): Knowledge {
  return { model: prepareDiagnosis(problems, signs), safety: openSafety(urgent), policy };
}
