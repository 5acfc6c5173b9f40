import { runBench } from '../src/server/bench/index.ts';

const exitCode = await runBench(process.argv.slice(2), process.cwd(), {
  result: (text) => {
    console.log(text);
  },
  progress: (line) => {
    console.error(line);
  },
});
// Pagefind's service would keep the process alive.
process.exit(exitCode);
