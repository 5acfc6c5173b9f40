export * from './browser.ts';
export { readUrgentPolicy } from './urgent-policy.ts';
export { spellingOf } from './spelling-of.ts';
export { createFeatureReader, type UrgentFeature } from './urgent-features.ts';
export { hashFeature, packWeights } from './urgent-weights.ts';
export { DEFAULT_URGENT_WEIGHTS } from './default-weights.ts';
