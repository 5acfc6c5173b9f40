export { ContentError, describeProblems, loadContent, readContentFiles } from './load-content.ts';
export { loadDeskRules } from './load-desk-rules.ts';
export { loadMacros, MacroError, type Macro } from './load-macros.ts';
export { loadLadders } from './load-ladders.ts';
export { shareContent, sharedContent } from './shared-content.ts';
