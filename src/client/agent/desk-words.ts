/** What the agents' page says while it works; `{…}` are filled in. */
export interface DeskWords {
  readonly copied: string;
  readonly refused: string;
  readonly failed: string;
  readonly searchFailed: string;
  readonly none: string;
  readonly nearest: string;
  readonly recent: string;
  readonly count: string;
  readonly step: string;
  readonly danger: string;
}

/** Puts values into a sentence. @example fillIn('{n} guides', { n: '3' }) // '3 guides' */
export function fillIn(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
