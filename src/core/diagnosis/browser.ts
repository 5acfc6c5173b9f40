// All of diagnosis may ship to a browser: it is arithmetic over evidence.
export { separatingAnswers } from './separating-answers.ts';
export { diagnosisProblems, type DiagnosisProblem } from './diagnosis-problem.ts';
export { prepareDiagnosis, type DiagnosisModel } from './diagnosis-model.ts';
export * from './diagnosis.ts';
export { computeBelief, likeliest, type Candidate } from './belief.ts';
export { decide, type Outcome } from './decide.ts';
export type { Question } from './next-question.ts';
export type { StepChoice } from './order-steps.ts';
