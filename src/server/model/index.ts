export { runModel } from './run-model.ts';
