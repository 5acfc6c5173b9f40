export type { AskOutward, OutwardAnswer, OutwardRequest } from './outward.ts';
export { createAskOutward, type OutwardOptions } from './ask-outward.ts';
export { listNetworks } from './blocked-networks.ts';
