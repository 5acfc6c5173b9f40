// What only a page can run; what the server draws with too is in browser.ts.
export { rememberIn } from './device-memory.ts';
export { resumeDiagnosis } from './resume-diagnosis.ts';
