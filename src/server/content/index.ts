export { ContentError, describeProblems, loadContent, readContentFiles } from './load-content.ts';
