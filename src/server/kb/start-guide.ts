import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nearest } from '../../core/article/index.ts';
import { readCatalogue } from './catalogue.ts';
import { UsageError, type Command } from './command.ts';
import { readArguments } from './read-arguments.ts';
import { scaffold } from './scaffold.ts';

/** `kb new <id>`: lays out the files of a guide in all languages. It writes only files that are not there. */
export const startGuide: Command = {
  usage: '<id>',
  summary: 'start a guide of the catalogue',
  async run(args, { root, today, print }) {
    const { positionals } = readArguments(args, {});
    const [id, more] = positionals;
    if (id === undefined) throw new UsageError('Say which problem: npm run kb -- new banking/card-blocked');
    if (more !== undefined) throw new UsageError(`One guide at a time: "${id}" or "${more}"?`);
    const catalogue = await readCatalogue(root);
    const entry = catalogue.find((problem) => problem.id === id);
    if (!entry) {
      const near = nearest(
        id,
        catalogue.map((problem) => problem.id),
      );
      throw new UsageError(
        `The catalogue has no problem "${id}". Did you mean "${near}"? All are in content/catalogue/problems.json.`,
      );
    }
    const folder = `content/article/${id}`;
    await mkdir(path.join(root, folder), { recursive: true });
    const files = scaffold(entry, await listGuides(root), today);
    const written: string[] = [];
    for (const { name, text } of files) {
      if (await writeIfMissing(path.join(root, folder, name), text)) written.push(`${folder}/${name}`);
    }
    if (written.length === 0) {
      print(`${folder} has all its files already; nothing was changed.`);
      return 1;
    }
    print([`Started "${entry.title_en}":`, ...written.map((file) => `  ${file}`), '', NEXT].join('\n'));
    return 0;
  },
};

const NEXT = `Next:
  1. Write each … in the three files. CONTRIBUTING.md says what belongs where; the guides beside it show how.
  2. Choose signs from content/sign/ that tell it from its neighbours, and name it as "related" there.
  3. npm run kb -- lint             until nothing is wrong
  4. npm run kb -- ask "<words>"    as a hurried reader would ask, to see that it is found
  5. npm run dev                    to read it as a reader will`;

async function listGuides(root: string): Promise<readonly string[]> {
  const articles = path.join(root, 'content/article');
  const entries = await readdir(articles, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.name === 'problem.yaml')
    .map((entry) => path.relative(articles, entry.parentPath).split(path.sep).join('/'));
}

async function writeIfMissing(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}
