// What may run in a browser: everything but the check of the policy's file.
export { createUrgentDetector, type Urgency, type UrgentCue, type UrgentDetector } from './urgent.ts';
export type { UrgentWeights } from './urgent-weights.ts';
export type { Spelling } from './message-words.ts';
export type { UrgentPolicy } from './urgent-policy.ts';
export { findSecrets } from './find-secrets.ts';
export { findPersonalData, mask, type MaskedText } from './mask.ts';
export {
  PERSONAL_KINDS,
  SECRET_KINDS,
  type PersonalKind,
  type PersonalSpan,
  type SecretKind,
} from './personal-data.ts';
