import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article, Language } from '../../core/article/index.ts';
import { loadContent } from '../content/index.ts';
import { loadLexicons, type Lexicons } from '../search/index.ts';

/** A labelled query: what somebody typed, and the problem that they had. */
export interface LabelledQuery {
  readonly q: string;
  readonly lang: Language;
  readonly problem: string;
}

/** Everything that the search benchmarks read from the repository. */
export interface BenchInput {
  readonly articles: readonly Article[];
  readonly lexicons: Lexicons;
  /** Only those whose problem has a guide. */
  readonly queries: readonly LabelledQuery[];
}

const QUERIES = ['content/evaluation/queries.dev.jsonl', '../shared/eval/queries.dev.jsonl'];

/** @throws {Error} when there are no labelled queries, or the content has problems. */
export async function loadBenchInput(root: string): Promise<BenchInput> {
  const { articles } = await loadContent(root);
  const ids = new Set(articles.map(({ id }) => id));
  const queries = (await readLabelledQueries(root)).filter(({ problem }) => ids.has(problem));
  return { articles, lexicons: await loadLexicons(root), queries };
}

/** All labelled queries, with or without a guide. @throws {Error} when there are none. */
export async function readLabelledQueries(root: string): Promise<LabelledQuery[]> {
  const lines = (await readFirst(root, QUERIES)).split('\n').filter((line) => line.trim() !== '');
  // The evaluation owns the form of this file and checks it.
  return lines.map((line) => JSON.parse(line) as LabelledQuery);
}

async function readFirst(root: string, files: readonly string[]): Promise<string> {
  for (const file of files) {
    const text = await readFile(path.join(root, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error(
    `There are no labelled queries: write ${files[0] ?? ''}, one JSON object a line with q, lang and problem.`,
  );
}
