import type { SiteFile } from '../release/index.ts';

export type Encoding = SiteFile['packed'][number];

const BY_PREFERENCE: readonly Encoding[] = ['br', 'gzip'];

/** The best of the offered encodings that an Accept-Encoding header allows (RFC 9110, 12.5.3). */
export function chooseEncoding(
  header: string | undefined | null,
  offered: readonly Encoding[],
): Encoding | undefined {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(name, quality === undefined ? 1 : Number(quality.slice(2)) || 0);
  }
  const weigh = (encoding: string) => weights.get(encoding) ?? weights.get('*') ?? 0;
  const allowed = BY_PREFERENCE.filter((encoding) => offered.includes(encoding) && weigh(encoding) > 0);
  return allowed.sort((a, b) => weigh(b) - weigh(a))[0];
}
