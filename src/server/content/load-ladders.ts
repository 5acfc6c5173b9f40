import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Content } from '../../core/article/index.ts';
import { readLadders, type Ladder } from '../../core/ladder/index.ts';

const LADDER_FILE = 'content/policy/ladder.yaml';
const CATALOGUE_FILE = 'content/catalogue/problems.json';

/**
 * Who has to answer a complaint and who is next, from `<root>/content/policy/ladder.yaml`; [] without that file.
 * It may name the sources and services of `content`, and problems of the catalogue, written or not.
 * @throws {LadderError} when anything in it is wrong.
 */
export async function loadLadders(root: string, content: Content): Promise<readonly Ladder[]> {
  const [written, catalogue] = await Promise.all(
    [LADDER_FILE, CATALOGUE_FILE].map((file) => readIfThere(path.join(root, file))),
  );
  if (written === undefined) return [];
  const listed = z.array(z.object({ id: z.string() })).parse(JSON.parse(catalogue ?? '[]'));
  return readLadders(parse(written), LADDER_FILE, {
    sources: content.sources,
    services: new Set(content.services.map(({ slug }) => slug)),
    problems: new Set([...listed, ...content.articles].map(({ id }) => id)),
  });
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
