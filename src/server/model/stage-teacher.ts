import type { Embedder } from '../../core/search/index.ts';
import { join } from 'node:path';
import { openTeacher } from './teacher.ts';
import { readExamples } from './stage-collect.ts';
import { readVocabulary } from './stage-vocabulary.ts';
import type { StageOptions } from './stage-options.ts';
import { openVectorStore } from './vector-store.ts';

const BATCH = 64;

/**
 * Asks a teacher for the vector of each text that it does not have yet: of the `--side id` or `en`
 * of the examples, or of the `pieces` of the vocabulary, most frequent first; `--most` of them.
 */
export async function teach(options: StageOptions): Promise<void> {
  const teacher = await openTeacher(options.flags);
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
  const started = Date.now();
  let told = started;
  for (let start = 0; start < texts.length; start += BATCH) {
    const batch = texts.slice(start, start + BATCH);
    keep(batch, await teacher.embed(batch, 'query'));
    if (Date.now() - told < 10_000) continue;
    told = Date.now();
    const done = start + batch.length;
    const minutesLeft = (((told - started) / done) * (texts.length - done)) / 60_000;
    report(`${done} of ${texts.length}, about ${minutesLeft.toFixed(1)} minutes left`);
  }
}
