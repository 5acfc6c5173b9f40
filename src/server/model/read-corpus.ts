import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CORPUS_SOURCES, type CorpusForm, type CorpusSource } from './corpus-sources.ts';
import type { Example } from './example.ts';
import { shuffle } from './random.ts';

/** Lines of a corpus, parted into what is trained on and what is only measured on. */
export interface Corpus {
  readonly train: readonly Example[];
  readonly heldOut: readonly Example[];
}

/** Reads the files of a folder that {@link CORPUS_SOURCES} names, as much of each as it says. */
export function readCorpus(folder: string, random: () => number): Corpus {
  const train: Example[] = [];
  const heldOut: Example[] = [];
  for (const name of readdirSync(folder).sort()) {
    const source = CORPUS_SOURCES.find(({ file }) => file.test(name));
    if (!source) continue;
    const lines = readLines(join(folder, name));
    const kept = lines.slice(0, lines.length - (source.heldOut ?? 0));
    train.push(...drawExamples(shuffle(kept, random), name, source));
    heldOut.push(...drawExamples(lines.slice(kept.length), name, { ...source, most: lines.length }));
  }
  return { train, heldOut };
}

/** The lines of a gzipped UTF-8 file. */
export function readLines(path: string): string[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function drawExamples(lines: readonly string[], name: string, source: CorpusSource): Example[] {
  const examples: Example[] = [];
  for (const line of lines) {
    if (examples.length >= source.most) break;
    const renderings = READ[source.form](line.split('\t').map((column) => column.trim()));
    if (renderings && [...renderings.id, ...renderings.en].every(isSentence)) {
      examples.push({ ...renderings, weight: source.weight, source: name.replace(/\.(tsv|txt)\.gz$/, '') });
    }
  }
  return examples;
}

/** How a line of each form becomes renderings of one meaning; the first Indonesian one is the plain one. */
const READ: Record<CorpusForm, (columns: readonly string[]) => Pick<Example, 'id' | 'en'> | undefined> = {
  pair: ([en, id]) =>
    en && id && en.toLowerCase() !== id.toLowerCase() ? { id: [id], en: [en] } : undefined,
  indonesian: ([id]) => (id ? { id: [id], en: [] } : undefined),
  english: ([en]) => (en ? { id: [], en: [en] } : undefined),
  dialect: ([dialect, plain]) => (dialect && plain ? { id: [plain, dialect], en: [] } : undefined),
};

const LONGEST = 300;

/** Text that is mostly words: no code, tables or number lists, which would teach nothing about problems. */
function isSentence(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return text.length <= LONGEST && letters >= 3 && letters / text.length > 0.6;
}
