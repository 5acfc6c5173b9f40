import type { Embedder } from '../../core/search/index.ts';
import { join } from 'node:path';
import { openOpenAiEmbedder } from '../embedder/index.ts';
import { openProgress } from './progress.ts';
import { readExamples } from './stage-collect.ts';
import { readVocabulary } from './stage-vocabulary.ts';
import type { StageOptions } from './stage-options.ts';
import { openVectorStore } from './vector-store.ts';

const DEFAULT_ENDPOINT = 'http://127.0.0.1:4400/v1';
const DEFAULT_MODEL = 'multilingual-e5-small';
const BATCH = 64;

/**
 * Asks a teacher, any OpenAI-compatible server (`--endpoint`, which ends in /v1, and `--model`), for the vector of each text that it does not have yet: of the `--side id` or `en`
 * of the examples, or of the `pieces` of the vocabulary, most frequent first; `--most` of them.
 */
export async function teach(options: StageOptions): Promise<void> {
  const teacher = await openOpenAiEmbedder({
    apiKey: options.apiKey,
    baseUrl: options.flags['endpoint'] ?? DEFAULT_ENDPOINT,
    model: options.flags['model'] ?? DEFAULT_MODEL,
  });
  const store = openVectorStore(join(options.cache, 'teacher'), teacher.id, teacher.dimensions);
  const most = Number(options.flags['most'] ?? Infinity);
  const missing = [...new Set(listTexts(options))].slice(0, most).filter((text) => !store.has(text));
  options.report(`${store.size} vectors of ${teacher.id} are there; ${missing.length} to make.`);
  await embedAll(
    missing,
    teacher,
    (batch, vectors) => {
      store.append(batch, vectors);
    },
    options.report,
  );
}

function listTexts(options: StageOptions): string[] {
  const side = options.flags['side'] ?? 'id';
  if (side !== 'pieces') {
    return readExamples(options, 'train').flatMap((example) =>
      example[side === 'en' ? 'en' : 'id'].slice(0, 1),
    );
  }
  const { pieces, counts } = readVocabulary(options);
  const order = [...pieces.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return order.map((row) => pieces[row] ?? '').filter((piece) => !piece.startsWith('##'));
}

async function embedAll(
  texts: readonly string[],
  teacher: Embedder,
  keep: (texts: readonly string[], vectors: readonly Float32Array[]) => void,
  report: (line: string) => void,
): Promise<void> {
  const progress = openProgress(report, texts.length);
  for (let start = 0; start < texts.length; start += BATCH) {
    const batch = texts.slice(start, start + BATCH);
    keep(batch, await teacher.embed(batch, 'query'));
    progress(start + batch.length);
  }
}
