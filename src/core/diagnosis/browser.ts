// All of diagnosis may ship to a browser: it is arithmetic over evidence.
export { separatingAnswers } from './separating-answers.ts';
export { diagnosisProblems, type DiagnosisProblem } from './diagnosis-problem.ts';
export { prepareDiagnosis, type DiagnosisModel } from './diagnosis-model.ts';
export * from './diagnosis.ts';
export { computeBelief, likeliest } from './belief.ts';
export { decide } from './decide.ts';
