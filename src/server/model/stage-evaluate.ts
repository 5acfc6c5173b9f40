import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../content/index.ts';
import { measure, type LabelledQuery } from './measure.ts';
import { openRandom } from '../random/index.ts';
import { readInformalPairs } from './read-informal.ts';
import { openReader } from './reader.ts';
import { readCatalogue, readExamples } from './stage-collect.ts';
import { readTable } from './stage-fit.ts';
import type { StageOptions } from './stage-options.ts';
import { poolRows } from './token-table.ts';

/** Measures tables side by side: `--tables start,fitted,refined`. */
export async function evaluate(options: StageOptions): Promise<void> {
  const { articles } = await loadContent(options.root);
  const sets = {
    heldOut: readExamples(options, 'held-out'),
    informal: readInformalPairs(join(options.shared, 'lexicon/stif'), 'dev'),
    queries: readQueries(options),
    articles,
    catalogue: readCatalogue(options),
  };
  const names = (options.flags['tables'] ?? 'start,fitted,refined').split(',');
  const columns = names.map((name) => {
    const table = readTable(options, name);
    const reader = openReader(table.pieces, new Map(), openRandom(0));
    return measure((text) => {
      const out = new Float32Array(table.dimensions);
      poolRows(table, reader.read(text), out);
      return out;
    }, sets);
  });
  options.report(['set'.padEnd(38), ...names.map((name) => name.padEnd(13))].join(' '));
  for (const set of Object.keys(columns[0] ?? {})) {
    const cells = columns.map((column) =>
      `${percent(column[set]?.at1)} / ${percent(column[set]?.at3)}`.padEnd(13),
    );
    options.report([`${set} (${columns[0]?.[set]?.queries})`.padEnd(38), ...cells].join(' '));
  }
}

function percent(share = 0): string {
  return (100 * share).toFixed(1);
}

function readQueries(options: StageOptions): LabelledQuery[] {
  const lines = readFileSync(join(options.shared, 'eval/queries.dev.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LabelledQuery);
}
