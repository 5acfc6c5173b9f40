import { EvaluationFileError, runEvaluation } from '../src/server/evaluation/index.ts';

try {
  const today = new Date().toISOString().slice(0, 10);
  console.log(await runEvaluation(process.argv.slice(2), process.cwd(), process.env, today));
} catch (error) {
  if (!(error instanceof EvaluationFileError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
