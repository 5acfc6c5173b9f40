export { ContentError, describeProblems, loadContent, readContentFiles } from './load-content.ts';
export { shareContent, sharedContent } from './shared-content.ts';
