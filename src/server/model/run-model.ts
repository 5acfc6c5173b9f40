import { join, resolve } from 'node:path';
import { collect } from './stage-collect.ts';
import { evaluate } from './stage-evaluate.ts';
import { distil, fit, refine } from './stage-fit.ts';
import { exportModel, quantiseTable } from './stage-quantise.ts';
import type { StageOptions } from './stage-options.ts';
import { teach } from './stage-teacher.ts';
import { vocabulary } from './stage-vocabulary.ts';

/** The stages in the order in which a model is made; each reads what those before left in the cache. */
const STAGES: Readonly<Record<string, (options: StageOptions) => Promise<void> | void>> = {
  collect,
  vocabulary,
  teacher: teach,
  distil,
  fit,
  refine,
  quantise: quantiseTable,
  export: exportModel,
  evaluate,
};

/** Runs the stage that the first argument names; gives the exit code. */
export async function runModel(
  args: readonly string[],
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const [name = '', ...rest] = args;
  const stage = STAGES[name];
  if (!stage) {
    console.error(
      `Use: npm run model -- ${Object.keys(STAGES).join('|')} [--shared <folder>] [--cache <folder>]`,
    );
    return 2;
  }
  const flags = readFlags(rest);
  await stage({
    root,
    shared: resolve(root, flags['shared'] ?? '../shared'),
    cache: resolve(root, flags['cache'] ?? join('.cache', 'model')),
    apiKey: env['OPENAI_API_KEY'] ?? '',
    flags,
    report: (line) => {
      console.log(line);
    },
  });
  return 0;
}

function readFlags(args: readonly string[]): Record<string, string> {
  const flags: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 2) {
    flags[(args[index] ?? '').replace(/^--/, '')] = args[index + 1] ?? '';
  }
  return flags;
}
