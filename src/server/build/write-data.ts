import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Content } from '../../core/article/index.ts';
import type { ReleaseLayout } from '../release/index.ts';

/** Writes what the API answers from: each article as its own file, and the permalink codes. */
export async function writeData(layout: ReleaseLayout, content: Content): Promise<void> {
  for (const article of content.articles) {
    const file = path.join(layout.articles, article.lang, `${article.id}.json`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(article));
  }
  await mkdir(path.dirname(layout.codes), { recursive: true });
  await writeFile(layout.codes, JSON.stringify(Object.fromEntries(content.codes)));
}
