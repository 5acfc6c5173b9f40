import type { Example } from './example.ts';
import { openProgress } from './progress.ts';
import { pick, shuffle } from './random.ts';
import type { Reader } from './reader.ts';
import type { Targets } from './targets.ts';
import { openOptimiser, poolRows, type TokenTable } from './token-table.ts';

/** How the table is fitted to the teacher. */
export interface RegressOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly batch: number;
}

/**
 * Moves the table until pooled rows point where the targets point (as tokenlearn does): the loss is
 * 1 − cosine, weighted. Each epoch reads every example once, in a new order; of its renderings one is
 * drawn, and Indonesian ones are corrupted half of the time.
 */
export function regress(
  table: TokenTable,
  examples: readonly Example[],
  targets: Targets,
  reader: Reader,
  options: RegressOptions,
  random: () => number,
  report: (line: string) => void,
): void {
  const known = examples.map((_, index) => index).filter((index) => targets[index]);
  const optimiser = openOptimiser(table);
  const pooled = new Float32Array(table.dimensions);
  const gradient = new Float32Array(table.dimensions);
  const total = options.epochs * known.length;
  const progress = openProgress(report, total);
  let done = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const index of shuffle(known, random)) {
      const [example, target] = [examples[index], targets[index]];
      if (!example || !target) continue;
      const rows = drawRows(example, reader, random);
      const length = poolRows(table, rows, pooled);
      for (let at = 0; at < gradient.length; at++) gradient[at] = -example.weight * (target[at] ?? 0);
      optimiser.addPooled(rows, pooled, gradient, length);
      for (let at = 0; at < pooled.length; at++)
        loss += ((pooled[at] ?? 0) * (target[at] ?? 0)) / known.length;
      if (++done % options.batch === 0) optimiser.step(options.rate * (1 - done / total));
    }
    progress(done, `mean cosine to the teacher ${loss.toFixed(3)}`);
  }
}

function drawRows(example: Example, reader: Reader, random: () => number): number[] {
  const indonesian = example.en.length === 0 || (example.id.length > 0 && random() < 0.6);
  const text = pick(indonesian ? example.id : example.en, random) ?? '';
  return indonesian && random() < 0.5 ? reader.readCorrupted(text) : reader.read(text);
}
