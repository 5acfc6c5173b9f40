/** The names of the files that the door of a search index refers to, wherever in it they stand. */
export function findIndexParts(manifest: unknown): string[] {
  if (typeof manifest !== 'object' || manifest === null) return [];
  return Object.entries(manifest).flatMap(([key, value]: [string, unknown]) =>
    key === 'file' && typeof value === 'string' ? [value] : findIndexParts(value),
  );
}
