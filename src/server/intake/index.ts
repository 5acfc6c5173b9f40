export type { AccessCodes, SendCode } from './access-codes.ts';
export type { Limit, Limits } from './limits.ts';
export { openIntake, type Intake, type IntakeParts } from './open-intake.ts';
export type { Proofs } from './proofs.ts';
export { findSuspicions, type Suspect } from './suspicions.ts';
