export * from './browser.ts';
export { readUrgentPolicy } from './urgent-policy.ts';
export { spellingOf } from './spelling-of.ts';
