import { LANGUAGES, type Language, type Sector } from '../../core/article/browser.ts';
import { isSector } from './api-search.ts';

/** A `<search-box>` of the page taken apart: its nodes and what its attributes say. */
export interface BoxParts {
  readonly host: HTMLElement;
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly panel: HTMLElement;
  readonly lang: Language;
  /** The address of the search on the server; undefined where there is none. */
  readonly api: string | undefined;
  /** The names of the sectors in the reader's language. */
  readonly sectorNames: Readonly<Record<string, string>>;
}

/** Reads the parts of a box; undefined when the markup is not what search expects. */
export function readBox(host: HTMLElement): BoxParts | undefined {
  const form = host.querySelector('form');
  const field = host.querySelector<HTMLInputElement | HTMLTextAreaElement>('[data-search-field]');
  const panel = host.querySelector<HTMLElement>('[data-search-panel]');
  const { lang, api, sectors } = host.dataset;
  const language = LANGUAGES.find((known) => known === lang);
  if (!form || !field || !panel || !language) return undefined;
  return {
    host,
    form,
    field,
    panel,
    lang: language,
    api,
    sectorNames: readNames(sectors),
  };
}

function readNames(json: string | undefined): Readonly<Record<string, string>> {
  // The page wrote the attribute with JSON.stringify of such a record.
  return json ? (JSON.parse(json) as Record<string, string>) : {};
}

/** The words in the box and the sector that its form names: hidden, chosen, or none. */
export function readWish({ form, field }: Pick<BoxParts, 'form' | 'field'>): {
  query: string;
  sector?: Sector;
} {
  const sector = new FormData(form).get('sector');
  return { query: field.value.trim(), ...(isSector(sector) ? { sector } : {}) };
}

/** The address of the results page for the words in the box. */
export function resultsAddress(parts: Pick<BoxParts, 'form' | 'field'>): string {
  const { query, sector } = readWish(parts);
  return `${parts.form.action}?${new URLSearchParams({ q: query, ...(sector && { sector }) }).toString()}`;
}
