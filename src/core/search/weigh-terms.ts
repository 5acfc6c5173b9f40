/** The fields of a guide that search reads, with how much a word in each counts. */
export const FIELDS = {
  title: 3,
  asks: 1.5,
  description: 1.5,
  symptoms: 1.5,
  steps: 0.5,
} as const;
export type Field = keyof typeof FIELDS;
const FIELD_NAMES = Object.keys(FIELDS) as Field[];

/** Saturation of repeated words; higher than BM25's usual 1.2 because the boosts above multiply frequencies. */
const K1 = 3;
/** How far long fields are discounted, 0–1. */
const B = 0.6;

/** The finest difference that the index keeps between two weights. */
export const WEIGHT_LEVELS = 20;

/** A guide in the index: its number, and its weight for a term as a level of 1–{@link WEIGHT_LEVELS}. */
export interface Posting {
  readonly document: number;
  readonly level: number;
}

/** The terms of each word of each field of one guide. */
export type FieldTerms = Readonly<Record<Field, readonly (readonly string[])[]>>;

/**
 * Weighs each term of each guide by BM25F (Robertson, Zaragoza and Taylor 2004): the fields are
 * folded into one weight before saturation, so that an index holds one number for a term and guide,
 * and a guide counts once for a term's rarity however many fields repeat it.
 */
export function weighTerms(documents: readonly FieldTerms[]): Map<string, Posting[]> {
  const averages = averageLengths(documents);
  const index = new Map<string, Posting[]>();
  for (const [number, document] of documents.entries()) {
    for (const [term, frequency] of fieldFrequencies(document, averages)) {
      const saturated = frequency / (K1 + frequency);
      const posting = { document: number, level: Math.max(1, Math.round(saturated * WEIGHT_LEVELS)) };
      const postings = index.get(term);
      if (postings) postings.push(posting);
      else index.set(term, [posting]);
    }
  }
  return index;
}

function averageLengths(documents: readonly FieldTerms[]): Record<Field, number> {
  const average = (field: Field) =>
    documents.reduce((sum, document) => sum + document[field].length, 0) / Math.max(1, documents.length);
  return Object.fromEntries(FIELD_NAMES.map((field) => [field, average(field)])) as Record<Field, number>;
}

function fieldFrequencies(document: FieldTerms, averages: Record<Field, number>): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const field of FIELD_NAMES) {
    const words = document[field];
    const discount = 1 - B + (B * words.length) / Math.max(1, averages[field]);
    for (const term of words.flat()) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + FIELDS[field] / discount);
    }
  }
  return frequencies;
}

/** How much a term tells: its inverse document frequency, above 0 (Robertson and Spärck Jones). */
export function rarity(documentsWithTerm: number, documentCount: number): number {
  return Math.log(1 + (documentCount - documentsWithTerm + 0.5) / (documentsWithTerm + 0.5));
}
