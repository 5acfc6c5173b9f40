/** What was learnt from the labelled messages (`npm run eval -- fit-urgent`), as it is kept. */
export interface UrgentWeights {
  /** The log odds of a message that shows nothing. */
  readonly bias: number;
  /** The probability from which a message is urgent, 0–1. */
  readonly threshold: number;
  /** One level in log odds. */
  readonly step: number;
  /** Hashes of the features, ascending: each as its distance from the one before, parted by blanks. */
  readonly gaps: string;
  /** The weight of each of them in levels, parted by blanks. */
  readonly levels: string;
  readonly situations: Readonly<Record<string, SituationWeights>>;
}

/** What words and ideas say for one situation, among messages that are urgent. */
export interface SituationWeights {
  readonly bias: number;
  /** Log odds by the name of a feature. */
  readonly says: Readonly<Record<string, number>>;
}

/** So many that a feature which nothing was learnt of rarely shares the number of one that weighs. */
const HASHES = 2 ** 22;

/** A number below 2²² for the name of a feature (FNV-1a, Fowler, Noll and Vo). */
export function hashFeature(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return (hash ^ (hash >>> 22)) & (HASHES - 1);
}

/** Feature → log odds, of the features that count. */
export function openWeights({ step, gaps, levels }: UrgentWeights): (name: string) => number {
  const weights = new Map<number, number>();
  const values = readNumbers(levels);
  let hash = 0;
  readNumbers(gaps).forEach((gap, at) => {
    hash += gap;
    weights.set(hash, (values[at] ?? 0) * step);
  });
  return (name) => weights.get(hashFeature(name)) ?? 0;
}

function readNumbers(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}

/** The lists of {@link UrgentWeights} for weights by hash, in levels that are not 0. */
export function packWeights(levels: ReadonlyMap<number, number>): Pick<UrgentWeights, 'gaps' | 'levels'> {
  const hashes = [...levels.keys()].sort((a, b) => a - b);
  return {
    gaps: hashes.map((hash, at) => hash - (hashes[at - 1] ?? 0)).join(' '),
    levels: hashes.map((hash) => levels.get(hash) ?? 0).join(' '),
  };
}
