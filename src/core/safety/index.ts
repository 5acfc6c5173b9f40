export * from './browser.ts';
export { readUrgentPolicy, UrgentPolicyError } from './urgent-policy.ts';
