import type { Language } from '../../core/article/browser.ts';

/** The size of a file as people write it. @example writeSize(1_600_000, 'id') // '1,6 MB' */
export function writeSize(bytes: number, lang: Language): string {
  const isSmall = bytes < MEGABYTE;
  const amount = new Intl.NumberFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? Math.max(1, bytes / KILOBYTE) : bytes / MEGABYTE);
  return `${amount} ${isSmall ? 'kB' : 'MB'}`;
}

const KILOBYTE = 1000;
const MEGABYTE = 1_000_000;
