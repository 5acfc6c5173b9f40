import type { Report } from './content-file.ts';
import { permalinkCode } from './permalink.ts';
import type { ProblemFile } from './problem-file.ts';
import type { GuideFolder } from './read-guides.ts';

/** Every code that a permalink may carry: of each id, and of the ids it had before. Reports codes that meet. */
export function collectCodes(folders: readonly GuideFolder[], report: Report): ReadonlyMap<string, string> {
  const ids = new Set(folders.map(({ id }) => id));
  const codes = new Map<string, string>();
  for (const { id, problem } of folders) {
    if (!problem) continue;
    const former = problem.data.formerly.filter((name, index) => isFormer(problem, name, index, ids, report));
    for (const code of new Set([problem.data.code ?? permalinkCode(id), ...former.map(permalinkCode)])) {
      const taken = codes.get(code);
      if (taken) {
        report(
          problem.file,
          problem.data.code ? problem.locate(['code']) : undefined,
          'code',
          `The short link /g/${code} belongs to both "${taken}" and "${id}".`,
          'Give this file a line `code: ` with 4–12 letters or digits that no other file has.',
        );
      }
      codes.set(code, taken ?? id);
    }
  }
  return codes;
}

function isFormer(
  problem: ProblemFile,
  name: string,
  index: number,
  ids: ReadonlySet<string>,
  report: Report,
): boolean {
  if (!ids.has(name)) return true;
  report(
    problem.file,
    problem.locate(['formerly', index]),
    'formerly',
    `"${name}" is no former name: that guide exists.`,
    'Remove it, or delete the other guide if this one has taken its place.',
  );
  return false;
}
