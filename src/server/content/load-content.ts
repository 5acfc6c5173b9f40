import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readContent, type Content, type ContentFile, type ContentProblem } from '../../core/article/index.ts';

/** The folders of `content/` that hold guides and what they refer to. */
const FOLDERS = ['article', 'sign', 'source', 'service'];

/** Something in `content/` is wrong; the message lists all of it, ready to print. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(describeProblems(problems));
    this.problems = problems;
  }
}

/**
 * Reads `<root>/content`.
 * @throws {ContentError} when anything in it is wrong.
 */
export async function loadContent(root: string): Promise<Content> {
  const result = readContent(await readContentFiles(root));
  if (!result.ok) throw new ContentError(result.problems);
  return result.content;
}

/** The files below `<root>/content` that the guides are made from, in a stable order; a missing folder is empty. */
export async function readContentFiles(root: string): Promise<readonly ContentFile[]> {
  const paths = await Promise.all(FOLDERS.map((folder) => listFiles(path.join(root, 'content', folder))));
  const files: ContentFile[] = [];
  for (const file of paths.flat().sort()) {
    files.push({ path: path.relative(root, file).split(path.sep).join('/'), bytes: await readFile(file) });
  }
  return files;
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && !isHidden(entry.name)).map((entry) => path.join(entry.parentPath, entry.name));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}

/** Editors and file managers leave such files behind; they are nobody's content. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~');
}

/** The problems as text: `file:line:column`, what is wrong, what to do. */
export function describeProblems(problems: readonly ContentProblem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  const head = `${count(problems.length, 'problem')} in ${count(files, 'file')} of content/. Nothing was built.`;
  const body = problems.map(
    ({ file, line, column, rule, problem, remedy }) => `${file}:${line}:${column}  [${rule}]\n  ${problem}\n  → ${remedy}`,
  );
  return [head, ...body].join('\n\n');
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
