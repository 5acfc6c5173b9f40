import { writeFile } from 'node:fs/promises';
import type { Bench } from './bench.ts';
import { BenchArgumentError, parseBenchArguments, type BenchName } from './bench-arguments.ts';
import { buildBench } from './build-bench.ts';
import { conversationsBench } from './conversations-bench.ts';
import { inboxBench } from './inbox-bench.ts';
import { describeMachine, type Machine } from './machine.ts';
import { killsBench } from './kills-bench.ts';
import { pagesBench } from './pages-bench.ts';
import { scaleBench } from './scale-bench.ts';
import { searchBench } from './search-bench.ts';
import { vectorsBench } from './vectors-bench.ts';

const BENCHES: Readonly<Record<BenchName, Bench>> = {
  search: searchBench,
  scale: scaleBench,
  vectors: vectorsBench,
  pages: pagesBench,
  build: buildBench,
  conversations: conversationsBench,
  inbox: inboxBench,
  kills: killsBench,
};

/** Where the lines of a run go. */
export interface BenchOutput {
  readonly result: (text: string) => void;
  readonly progress: (line: string) => void;
}

/**
 * Runs the benchmarks that the arguments name, prints each as it ends, and writes all as JSON when asked.
 * Gives the exit code: 2 for arguments that cannot be followed, 1 when one could not run; a slow machine is 0.
 */
export async function runBench(args: readonly string[], root: string, output: BenchOutput): Promise<number> {
  const asked = readArguments(args, output);
  if (!asked) return 2;
  const machine = await describeMachine(root);
  output.result(describe(machine));
  const results: Record<string, unknown> = {};
  let failed = false;
  for (const name of asked.names) {
    try {
      const report = (line: string) => {
        output.progress(`${name}: ${line}`);
      };
      const { data, text } = await BENCHES[name]({ root, report, options: asked.options });
      results[name] = data;
      output.result(`\n## ${name}\n\n${text}`);
    } catch (error) {
      // One that cannot run, for want of a build or a browser, does not take the others with it.
      failed = true;
      output.result(`\n## ${name}\n\n${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (asked.jsonFile !== undefined) {
    await writeFile(asked.jsonFile, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
  }
  return failed ? 1 : 0;
}

function readArguments(args: readonly string[], output: BenchOutput) {
  try {
    return parseBenchArguments(args);
  } catch (error) {
    if (!(error instanceof BenchArgumentError)) throw error;
    output.result(error.message);
    return undefined;
  }
}

function describe({ date, commit, cores, cpu, memoryGb, node }: Machine): string {
  return `${date}${commit === '' ? '' : `, commit ${commit}`}, ${cores} cores of ${cpu}, ${memoryGb} GB, Node ${node}`;
}
