import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../../core/article/browser.ts';
import { listCommonPieces, MODEL_FOLDER, shardModel, type StaticModel } from '../../core/search/index.ts';

/**
 * Together these keep the labelled queries below 150 KB each: half of them fetch 86 KB at first, one
 * in twenty 122 KB, the longest 144 KB. More rows to a shard make fewer requests of more bytes.
 */
const ROWS_PER_SHARD = 24;
const COMMON_PIECES = 192;

/**
 * Writes a static model for browsers into the folder of a search index, beside the vectors that it
 * made: `model/index.json`, `model/common.bin` with the pieces that the guides use most, and
 * `model/<number>.bin` for each shard. `openSemanticSide` reads them.
 */
export async function writeModelShards(
  searchFolder: string,
  model: StaticModel,
  articles: readonly Article[],
): Promise<void> {
  const texts = articles.flatMap((article) => [
    article.title,
    article.description,
    ...article.asks,
    ...article.symptoms.map(({ text }) => text),
  ]);
  const commonPieces = listCommonPieces(model, texts, COMMON_PIECES);
  const { index, common, shards } = shardModel(model, { rowsPerShard: ROWS_PER_SHARD, commonPieces });
  const folder = path.join(searchFolder, MODEL_FOLDER);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'index.json'), JSON.stringify(index));
  await writeFile(path.join(folder, 'common.bin'), common);
  for (const [number, shard] of shards.entries()) await writeFile(path.join(folder, `${number}.bin`), shard);
}
