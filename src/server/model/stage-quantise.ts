import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import {
  CONTINUATION,
  readStaticModel,
  writeStaticModel,
  type StaticModel,
} from '../../core/search/index.ts';
import { STATIC_MODEL_FILE } from '../embedder/index.ts';
import { quantise } from './quantise.ts';
import { readTable } from './stage-fit.ts';
import type { StageOptions } from './stage-options.ts';
import type { TokenTable } from './token-table.ts';
import { writeTransformerFolder } from './transformer-folder.ts';

/** Writes the refined table (or `--table`) as the model that ships. */
export function quantiseTable(options: StageOptions): void {
  const table = dropSilent(readTable(options, options.flags['table'] ?? 'refined'));
  const bytes = writeStaticModel(quantise(table, nameModel(table)));
  const file = join(options.root, STATIC_MODEL_FILE);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  const brotli = brotliCompressSync(bytes).length;
  options.report(`${file}: ${table.pieces.length} pieces, ${bytes.length} bytes, ${brotli} after brotli.`);
}

/** Writes the model that ships as a folder for transformers.js: `--to`, by default in the cache. */
export function exportModel(options: StageOptions): void {
  const folder = options.flags['to'] ?? join(options.cache, 'pandu-static');
  writeTransformerFolder(folder, readShippedModel(options.root));
  options.report(`${folder}: config.json, tokenizer.json, onnx/model.onnx.`);
}

/** The model in the repository at `root`. */
export function readShippedModel(root: string): StaticModel {
  return readStaticModel(readFileSync(join(root, STATIC_MODEL_FILE)));
}

/** Leaves out pieces that nothing was learnt about, for they would embed nothing; letters stay, so that any word can be read. */
function dropSilent({ pieces, dimensions, values }: TokenTable): TokenTable {
  const heard = [...pieces.keys()].filter(
    (row) =>
      isLetter(pieces[row] ?? '') ||
      values.subarray(row * dimensions, (row + 1) * dimensions).some((value) => value !== 0),
  );
  const kept = new Float32Array(heard.length * dimensions);
  for (const [index, row] of heard.entries())
    kept.set(values.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
  return { pieces: heard.map((row) => pieces[row] ?? ''), dimensions, values: kept };
}

function isLetter(piece: string): boolean {
  return piece.replace(CONTINUATION, '').length === 1;
}

/** A name that changes with the numbers, so that vectors of another training are never compared. */
function nameModel({ values }: TokenTable): string {
  return `pandu-id-en-${createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex').slice(0, 8)}`;
}
