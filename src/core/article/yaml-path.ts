import type { Place } from './content-file.ts';
import { EXAMPLES } from './schema.ts';

/** Where a value of a YAML file stands, by its path of keys. */
export type Locate = (path: readonly PropertyKey[]) => Place;

/** A path of keys as a person says it. @example describePath(['steps', 1, 'minutes']) // '"minutes" in item 2 of "steps"' */
export function describePath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'This file';
  const [last, ...before] = [...path].reverse();
  const parts = [last, ...before].reduce<string[]>((said, part) => {
    if (typeof part === 'number') return [...said, `item ${part + 1}`];
    return [...said, `"${String(part)}"`];
  }, []);
  return parts
    .map((part, index) => (index === 0 ? part : `${glue(parts[index - 1] ?? '')} ${part}`))
    .join(' ');
}

function glue(said: string): string {
  return said.startsWith('item') ? 'of' : 'in';
}

/** The innermost name on a path for which there is an example. */
export function exampleName(path: readonly PropertyKey[]): string | undefined {
  return path.findLast((part): part is string => typeof part === 'string' && Object.hasOwn(EXAMPLES, part));
}
