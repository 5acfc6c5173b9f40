export * from './browser.ts';
export { readEscalationPolicy } from './escalation-policy.ts';
