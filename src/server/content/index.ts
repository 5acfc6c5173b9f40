export { ContentError, describeProblems, loadContent, readContentFiles } from './load-content.ts';
export { loadDeskRules } from './load-desk-rules.ts';
export { loadLadders } from './load-ladders.ts';
export { shareContent, sharedContent } from './shared-content.ts';
