import { runEvaluation } from '../src/server/evaluation/index.ts';
import { explainFault } from '../src/server/settings/index.ts';

try {
  const today = new Date().toISOString().slice(0, 10);
  console.log(await runEvaluation(process.argv.slice(2), process.cwd(), process.env, today));
} catch (error) {
  console.error(explainFault(error));
  process.exitCode = 1;
}
