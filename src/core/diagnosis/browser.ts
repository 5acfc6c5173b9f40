// All of diagnosis may ship to a browser: it is arithmetic over evidence.
export { separatingAnswers, type SeparatingAnswer } from './separating-answers.ts';
export { diagnosisProblems, type DiagnosisProblem, type DiagnosisStep } from './diagnosis-problem.ts';
export { prepareDiagnosis, type DiagnosisModel } from './diagnosis-model.ts';
export * from './diagnosis.ts';
export { computeBelief, likeliest, type Candidate } from './belief.ts';
export { MOST_QUESTIONS, nextQuestion, type Question } from './next-question.ts';
export { orderSteps, type StepChoice, type StepTallies, type StepTally } from './order-steps.ts';
export { decide, type Outcome } from './decide.ts';
