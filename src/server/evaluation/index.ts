export { runEvaluation } from './run-evaluation.ts';
export { evaluateSearch, type Evaluation, type EvaluationInput } from './evaluate-search.ts';
export { EvaluationFileError, readLabelledQueries, readStrayQueries } from './read-queries.ts';
