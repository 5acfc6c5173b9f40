import { runModel } from '../src/server/model/index.ts';

process.exitCode = await runModel(process.argv.slice(2), process.cwd(), process.env);
