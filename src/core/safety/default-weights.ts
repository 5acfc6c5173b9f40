import fitted from './urgent-weights.json' with { type: 'json' };
import type { UrgentWeights } from './urgent-weights.ts';

/** The weights that ship: fitted to the labelled messages by `npm run eval -- fit-urgent`. */
export const DEFAULT_URGENT_WEIGHTS: UrgentWeights = fitted;
