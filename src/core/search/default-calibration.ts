import fitted from './calibration.json' with { type: 'json' };
import type { CalibrationByMode } from './confidence.ts';

/** The calibration that ships: fitted to the development queries by `npm run eval -- fit`. */
export const DEFAULT_CALIBRATION: CalibrationByMode = fitted;
