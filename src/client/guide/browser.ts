export { readTicks } from './remembered-ticks.ts';
