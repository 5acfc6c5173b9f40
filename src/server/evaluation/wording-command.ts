import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadContent } from '../content/index.ts';
import { readSettings } from '../settings/index.ts';
import { readLabelledQueries } from './read-queries.ts';
import { evaluateWording } from './wording-evaluate.ts';
import { printWording } from './wording-print.ts';

/** What `npm run eval -- wording` was asked. */
export interface WordingOptions {
  readonly 'base-url'?: string | undefined;
  readonly model?: string | undefined;
  readonly count?: string | undefined;
  readonly json?: boolean | undefined;
}

const COUNT = 60;
/** A model on a laptop takes its time. */
const SECONDS = '180';
const QUERIES = 'content/evaluation/queries.dev.jsonl';

/** Lets a model word replies and gives the text to print. @throws {SettingsError} when no model is named. */
export async function runWording(
  options: WordingOptions,
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const settings = readSettings({
    PANDU_LLM_SECONDS: SECONDS,
    ...env,
    ...(options['base-url'] !== undefined && { OPENAI_BASE_URL: options['base-url'] }),
    ...(options.model !== undefined && { OPENAI_MODEL: options.model }),
  });
  const results = await evaluateWording({
    content: await loadContent(root),
    queries: readLabelledQueries(await readFile(path.join(root, QUERIES), 'utf8'), QUERIES),
    settings,
    count: Number(options.count ?? COUNT),
  });
  return options.json ? JSON.stringify(results, undefined, 2) : printWording(results);
}
