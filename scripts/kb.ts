import { runKb } from '../src/server/kb/index.ts';

process.exitCode = await runKb(process.argv.slice(2), process.cwd());
