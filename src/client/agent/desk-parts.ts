import type { Language } from '../../core/article/browser.ts';
import type { DeskWords } from './desk-words.ts';

/** What a desk has to know. The markup of `/agen/` tells it as JSON in `data-settings`. */
export interface DeskSettings {
  readonly lang: Language;
  readonly words: DeskWords;
  readonly sectorNames: Readonly<Record<string, string>>;
  /** The number of files of guides in each language. */
  readonly shards: Readonly<Record<Language, number>>;
  /** The address of the search on the server; absent where there is none. */
  readonly api?: string;
  /** The public address of the site; absent, it is the one in the browser. No slash at its end. */
  readonly site?: string;
}

/** The nodes of a desk. */
export interface DeskParts {
  readonly field: HTMLInputElement;
  readonly tree: HTMLElement;
  readonly note: HTMLElement;
  readonly preview: HTMLElement;
  readonly toast: HTMLElement;
  /** Absent where the shortcuts are shown elsewhere. */
  readonly help?: HTMLDialogElement;
  readonly forms: readonly HTMLInputElement[];
  readonly languages: readonly HTMLInputElement[];
}

/** Finds the nodes; undefined when the markup is not what the page expects. */
export function findDeskParts(host: HTMLElement): DeskParts | undefined {
  const find = (name: string) => host.querySelector<HTMLElement>(`[data-desk-${name}]`);
  const field = find('field');
  const tree = find('tree');
  const note = find('note');
  const preview = find('preview');
  const toast = find('toast');
  const help = find('help');
  if (!(field instanceof HTMLInputElement)) return undefined;
  if (!tree || !note || !preview || !toast) return undefined;
  const radios = (name: string) => [...host.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  return {
    field,
    tree,
    note,
    preview,
    toast,
    ...(help instanceof HTMLDialogElement && { help }),
    forms: radios('format'),
    languages: radios('language'),
  };
}
