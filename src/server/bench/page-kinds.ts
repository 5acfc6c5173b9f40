import { LANGUAGES, SECTORS } from '../../core/article/index.ts';

/** A kind of page, like `/en/{sector}/…`, with one page of it. */
export interface PageKind {
  readonly kind: string;
  readonly address: string;
}

/** One page of each kind among the files of a site: pages whose addresses differ only in a sector or below the first folder are of one kind. */
export function findPageKinds(files: Iterable<string>): PageKind[] {
  const kinds = new Map<string, PageKind>();
  for (const file of [...files].filter((name) => name.endsWith('.html')).sort()) {
    const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const kind = kindOf(address);
    if (!kinds.has(kind)) kinds.set(kind, { kind, address });
  }
  return [...kinds.values()];
}

function kindOf(address: string): string {
  const [, first = '', ...rest] = address.split('/');
  const isLanguage = LANGUAGES.some((lang) => lang === first);
  const [head = '', ...tail] = isLanguage ? rest : [first, ...rest];
  const name = SECTORS.some((sector) => sector === head) ? '{sector}' : head;
  const path = [name, ...tail.map((segment) => (segment === '' ? '' : '*'))].join('/');
  return `${isLanguage ? `/${first}` : ''}/${path}`;
}
