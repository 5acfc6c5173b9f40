import type { Report } from './content-file.ts';
import { EXAMPLES, UNWRITTEN } from './schema.ts';
import { describePath, exampleName, type Locate } from './yaml-path.ts';

/** Reports each value and name that `kb new` left for a writer; gives their paths, joined by dots. */
export function checkPlaceholders(
  file: string,
  data: unknown,
  locate: Locate,
  report: Report,
): ReadonlySet<string> {
  const unwritten = new Set<string>();
  for (const path of findPlaceholders(data, [])) {
    unwritten.add(path.join('.'));
    const name = exampleName(path);
    report(
      file,
      locate(path),
      'unwritten',
      `${describePath(path)} is not written yet: there is only "${UNWRITTEN}".`,
      name === undefined
        ? 'CONTRIBUTING.md says what belongs here.'
        : `Write for example: ${EXAMPLES[name] ?? ''}`,
    );
  }
  return unwritten;
}

function findPlaceholders(value: unknown, path: readonly PropertyKey[]): (readonly PropertyKey[])[] {
  if (typeof value === 'string') return value.trim() === UNWRITTEN ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === UNWRITTEN
      ? [[...path, key]]
      : findPlaceholders(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
