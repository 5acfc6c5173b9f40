import { LANGUAGES, SECTORS } from '../../core/article/index.ts';
import type { FileMap } from './file-map.ts';

/** A kind of page, like `/en/{sector}/…`, with one page of it. */
export interface PageKind {
  readonly kind: string;
  readonly address: string;
}

/** One page of each kind among the files of a site: pages whose addresses differ only in a sector or below the first folder are of one kind. */
export function findPageKinds(files: FileMap): PageKind[] {
  const kinds = new Map<string, PageKind>();
  for (const file of [...files.keys()].filter((name) => name.endsWith('.html')).sort()) {
    if (leadsElsewhere(files.get(file))) continue;
    const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const kind = kindOf(address);
    if (!kinds.has(kind)) kinds.set(kind, { kind, address });
  }
  return [...kinds.values()];
}

/** A page that sends its reader on at once is never looked at. */
function leadsElsewhere(page: Uint8Array | undefined): boolean {
  return /<meta[^>]+http-equiv="?refresh/i.test(new TextDecoder().decode(page));
}

function kindOf(address: string): string {
  const [, first = '', ...rest] = address.split('/');
  const isLanguage = LANGUAGES.some((lang) => lang === first);
  const [head = '', ...tail] = isLanguage ? rest : [first, ...rest];
  const name = SECTORS.some((sector) => sector === head) ? '{sector}' : head;
  const path = [name, ...tail.map((segment) => (segment === '' ? '' : '*'))].join('/');
  return `${isLanguage ? `/${first}` : ''}/${path}`;
}
