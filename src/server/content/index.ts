export { ContentError, describeProblems, loadContent, readContentFiles } from './load-content.ts';
export { loadLadders } from './load-ladders.ts';
export { shareContent, sharedContent } from './shared-content.ts';
