import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../content/index.ts';
import { contrast } from './contrast.ts';
import { openBatches, type ContrastSources } from './draw-batch.ts';
import { openRandom } from '../random/index.ts';
import { openReader } from './reader.ts';
import { readProblems } from './read-guides.ts';
import { readPhrases, readScenes } from './read-phrases.ts';
import { regress } from './regress.ts';
import { readCatalogue, readExamples } from './stage-collect.ts';
import type { StageOptions } from './stage-options.ts';
import { loadSlang, readVocabulary } from './stage-vocabulary.ts';
import { startTable } from './start-table.ts';
import { buildTargets } from './targets.ts';
import { distilTokens } from './token-start.ts';
import type { TokenTable } from './token-table.ts';
import { openVectorStore } from './vector-store.ts';

const SEED = 11;
const REFINING_SEEDS = [12, 99];
const DIMENSIONS = 256;
const TEACHERS = { id: 'openai:multilingual-e5-small', en: 'openai:all-MiniLM-L6-v2' } as const;
const TEACHER_DIMENSIONS = 384;
const REGRESSION = { epochs: 8, rate: 0.01, batch: 64 } as const;
const CONTRAST = { steps: 2000, rate: 0.003, temperature: 0.06 } as const;
const SHARES = { phrases: 96, scenes: 128, guides: 80, sentences: 112 } as const;

/** Fits the table to the teachers' sentence vectors. */
export function fit(options: StageOptions): void {
  const random = openRandom(SEED);
  const examples = readExamples(options, 'train');
  const { pieces } = readVocabulary(options);
  const reader = openReader(pieces, loadSlang(options), random);
  const [id, en] = [TEACHERS.id, TEACHERS.en].map((model) =>
    openVectorStore(join(options.cache, 'teacher'), model, TEACHER_DIMENSIONS),
  );
  if (!id || !en) return;
  options.report(`Teachers know ${id.size} Indonesian and ${en.size} English texts.`);
  const targets = buildTargets(
    examples,
    {
      id: (text) => id.get(text),
      en: (text) => en.get(text),
      dimensions: { id: TEACHER_DIMENSIONS, en: TEACHER_DIMENSIONS },
    },
    DIMENSIONS,
    random,
  );
  options.report(`${targets.filter(Boolean).length} targets.`);
  const table = startTable(pieces, examples, targets, reader, DIMENSIONS);
  writeTable(options, 'start', table);
  regress(table, examples, targets, reader, REGRESSION, random, options.report);
  writeTable(options, 'fitted', table);
}

/** Makes the table of the teacher's vectors of single pieces, to compare with: `teacher --side pieces` goes before. */
export function distil(options: StageOptions): void {
  const store = openVectorStore(join(options.cache, 'teacher'), TEACHERS.id, TEACHER_DIMENSIONS);
  const table = distilTokens(
    readVocabulary(options),
    (text) => store.get(text),
    DIMENSIONS,
    openRandom(SEED),
  );
  writeTable(options, 'tokens', table);
}

/**
 * Draws texts of one meaning together in the table that {@link fit} left, once for each seed; the mean
 * of the tables finds better than any of them (Wortsman et al. 2022). `--out` names it. A run that was stopped goes
 * on with the seed that it had not finished, if nothing that it reads has changed.
 */
export async function refine(options: StageOptions): Promise<void> {
  const fitted = readTable(options, 'fitted');
  const sources = await readContrastSources(options);
  const slang = loadSlang(options);
  const values = new Float32Array(fitted.values.length);
  const name = (seed: number) => `seed-${seed}-${fingerprint(fitted, sources, slang)}`;
  for (const seed of REFINING_SEEDS) {
    options.report(`seed ${seed}`);
    const table =
      readRefined(options, fitted, name(seed)) ?? refineFrom(fitted, sources, slang, seed, options);
    writeTable(options, name(seed), table);
    for (const [at, value] of table.values.entries())
      values[at] = (values[at] ?? 0) + value / REFINING_SEEDS.length;
  }
  writeTable(options, options.flags['out'] ?? 'refined', { ...fitted, values });
  for (const seed of REFINING_SEEDS) rmSync(tableFile(options, name(seed)), { force: true });
}

/** What an earlier run left of a seed. */
function readRefined(options: StageOptions, fitted: TokenTable, name: string): TokenTable | undefined {
  if (!existsSync(tableFile(options, name))) return undefined;
  const table = readTable(options, name);
  return table.values.length === fitted.values.length ? table : undefined;
}

function refineFrom(
  fitted: TokenTable,
  sources: ContrastSources,
  slang: ReturnType<typeof loadSlang>,
  seed: number,
  { report }: StageOptions,
): TokenTable {
  const random = openRandom(seed);
  const table = { ...fitted, values: Float32Array.from(fitted.values) };
  const reader = openReader(table.pieces, slang, random);
  contrast(table, openBatches(sources, SHARES, reader, random), CONTRAST, report);
  return table;
}

/** Changes with everything that refining reads. */
function fingerprint(fitted: TokenTable, ...read: readonly unknown[]): string {
  const hash = createHash('sha256').update(new Uint8Array(fitted.values.buffer));
  return hash
    .update(JSON.stringify([read, CONTRAST, SHARES], keepMaps))
    .digest('hex')
    .slice(0, 12);
}

function keepMaps(_: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

async function readContrastSources(options: StageOptions): Promise<ContrastSources> {
  const { articles } = await loadContent(options.root);
  const examples = readExamples(options, 'train').filter(
    ({ id, en, source }) => id.length + en.length > 1 && !source.startsWith('lex'),
  );
  return {
    phrases: readPhrases(join(options.root, 'content/model/phrases.yaml')),
    scenes: readScenes(join(options.root, 'content/model/scenes.yaml')),
    problems: readProblems(articles, readCatalogue(options)),
    examples,
  };
}

/** What a stage left: `start`, `fitted` or `refined`. */
export function readTable(options: StageOptions, name: string): TokenTable {
  const bytes = readFileSync(tableFile(options, name));
  const values = new Float32Array(Uint8Array.from(bytes).buffer);
  const { pieces } = readVocabulary(options);
  return { pieces, dimensions: values.length / pieces.length, values };
}

function writeTable(options: StageOptions, name: string, { values }: TokenTable): void {
  const file = tableFile(options, name);
  writeFileSync(`${file}.draft`, new Uint8Array(values.buffer));
  // A stage that is killed leaves no half of a table.
  renameSync(`${file}.draft`, file);
}

function tableFile({ cache }: StageOptions, name: string): string {
  return join(cache, `table-${name}.f32`);
}
