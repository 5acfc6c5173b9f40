/** Where the words of each field stand in the state of the history entry. */
const KEY = 'panduQuery';

/** Keeps the words of a field with this entry of the history, so that "back" finds them again. */
export function keepQuery(field: HTMLInputElement | HTMLTextAreaElement): void {
  history.replaceState({ ...readState(), [`${KEY}:${field.id}`]: field.value }, '');
}

/** Puts back the words that {@link keepQuery} kept, unless the field already has some. */
export function restoreQuery(field: HTMLInputElement | HTMLTextAreaElement): void {
  const kept = readState()[`${KEY}:${field.id}`];
  if (typeof kept === 'string' && field.value === '') field.value = kept;
}

function readState(): Readonly<Record<string, unknown>> {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? { ...state } : {};
}
