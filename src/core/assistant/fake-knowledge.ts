import { BANK_MODEL } from '../diagnosis/fake-problems.ts';
import { FAKE_POLICY } from './fake-escalation-policy.ts';
import { FAKE_SAFETY } from './fake-safety.ts';
import type { Knowledge } from './knowledge.ts';

/** Two problems with transfers, guarded by {@link FAKE_SAFETY}. */
export const FAKE_KNOWLEDGE: Knowledge = { model: BANK_MODEL, safety: FAKE_SAFETY, policy: FAKE_POLICY };
