export { OutwardError, type AskOutward, type OutwardAnswer, type OutwardRequest } from './outward.ts';
export { createAskOutward, type OutwardOptions } from './ask-outward.ts';
