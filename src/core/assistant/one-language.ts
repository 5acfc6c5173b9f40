import type { Bilingual, Language } from '../article/browser.ts';

/** The only key of what stands for a text that both languages have; no other data has an empty key. */
const TEXT = '';

/** Writes plain data as JSON with its texts in one language alone: a reader needs, and fetches, no other. */
export function writeInOneLanguage(data: unknown, lang: Language): string {
  return JSON.stringify(data, (_, part: unknown) => (isBilingual(part) ? { [TEXT]: part[lang] } : part));
}

/** Reads what {@link writeInOneLanguage} has written; each text stands for both languages. */
export function readInOneLanguage(json: string): unknown {
  return JSON.parse(json, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || !(TEXT in part)) return part;
    return { id: part[TEXT], en: part[TEXT] };
  });
}

function isBilingual(part: unknown): part is Bilingual {
  return (
    typeof part === 'object' &&
    part !== null &&
    Object.keys(part).length === 2 &&
    'id' in part &&
    typeof part.id === 'string' &&
    'en' in part &&
    typeof part.en === 'string'
  );
}
