import { readContent } from '../../core/article/index.ts';
import { describeProblems, readContentFiles } from '../content/index.ts';

/** `kb lint`: checks all of `content/`; gives the exit code and prints for people. */
export async function lint(root: string, print: (line: string) => void): Promise<number> {
  const result = readContent(await readContentFiles(root));
  if (!result.ok) {
    print(describeProblems(result.problems));
    return 1;
  }
  const { articles, signs, services, sources } = result.content;
  const problems = new Set(articles.map(({ id }) => id)).size;
  print(
    `${problems} problems, ${articles.length} guides, ${signs.size} signs, ${services.length} services, ${sources.size} sources: nothing wrong.`,
  );
  return 0;
}
