import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hostileQueries } from './hostile-queries.ts';

/** More strings that have broken programs; they lie beside the repository on some machines. */
const BLNS = path.resolve(import.meta.dirname, '../../../shared/attacks/blns/blns.json');

/** Names of files that would do harm in a page, a header or a folder. */
export const FILE_NAMES: readonly string[] = [
  `<img src=x onerror="document.title='ran'">.png`,
  `"onmouseover="alert(1).png`,
  `' autofocus onfocus=alert(1) x='.png`,
  `..\\..\\../../etc/passwd.png`,
  `javascript:alert(1).png`,
  `foto\u202Egnp.exe`,
  `{{constructor.constructor('alert(1)')()}}\${alert(1)}.png`,
  `bukti\r\nSet-Cookie: a=b.png`,
];

/** Mailboxes that are ones by their form. */
export const MAILBOXES: readonly string[] = [
  `'onmouseover=alert'@example.org`,
  `{{7*7}}\${7*7}&lt@example.org`,
  `$&$'$1{email}@example.org`,
  `%0d%0abcc=x/*@example.org`,
  `__proto__@constructor.example.org`,
];

/** What the API takes for the name of a guide or a service, and is none. */
export const NAMES: readonly string[] = ['__proto__', 'constructor', '../../agent/api/me', '//example.org/x'];

/** Texts that a reader or an agent may send, and what was not there to take. */
export function hostileTexts(): { readonly texts: readonly string[]; readonly skipped: readonly string[] } {
  const { queries, skipped } = hostileQueries();
  const more = existsSync(BLNS) ? readStrings(BLNS) : undefined;
  return {
    // No text holds NUL, and nothing is no text.
    texts: [...queries, ...(more ?? [])].filter((text) => text.trim() !== '' && !text.includes('\0')),
    skipped: [...(skipped ? [skipped] : []), ...(more ? [] : [`no more strings at ${BLNS}`])],
  };
}

function readStrings(file: string): readonly string[] {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
