// Everything here may run in a browser.
export { readWords, type Word } from './normalise.ts';
export { stemIndonesian } from './stem-indonesian.ts';
export { likenessOf } from './typo.ts';
