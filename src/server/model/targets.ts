import type { Example } from './example.ts';
import {
  countRows,
  crossProduct,
  innerProduct,
  meanRow,
  normalise,
  packRows,
  principalDirections,
  solve,
  type Matrix,
} from './linear-algebra.ts';

/** Gives a teacher's vector of a text, or undefined when it has none. */
export type TeacherLookup = (text: string) => Float32Array | undefined;

/** Teachers by the language whose sentences they see. */
export interface Teachers {
  readonly id: TeacherLookup;
  readonly en: TeacherLookup;
  readonly dimensions: { readonly id: number; readonly en: number };
}

/** The vector that each example is to have, of length 1; undefined where no teacher knows the example. */
export type Targets = readonly (Float32Array | undefined)[];

const MOST_PAIRS = 12_000;
const RIDGE = 0.003;
/** How much the Indonesian sentence of a pair adds to what the English one says. */
const INDONESIAN_SHARE = 0.3;

/**
 * Brings two teachers into one space: the English teacher's, into which a linear map, learnt on
 * pairs that both saw (ridge regression), takes the vectors of Indonesian sentences. The directions
 * of largest variance stay.
 */
export function buildTargets(
  examples: readonly Example[],
  teachers: Teachers,
  dimensions: number,
  random: () => number,
): Targets {
  const seen = examples.map(({ id, en }) => ({
    id: id[0] === undefined ? undefined : teachers.id(id[0]),
    en: en[0] === undefined ? undefined : teachers.en(en[0]),
  }));
  const translate = learnTranslation(seen, teachers);
  const joined = seen.map(({ id, en }) => join(en, id && translate(id)));
  const present = packRows(
    joined.filter((vector) => vector !== undefined).slice(0, 2 * MOST_PAIRS),
    teachers.dimensions.en,
  );
  const directions = principalDirections(present, dimensions, random);
  return joined.map((vector) => vector && project(vector, directions));
}

/** Learns the map from the Indonesian teacher's space to the English teacher's centred space. */
function learnTranslation(
  seen: readonly { id: Float32Array | undefined; en: Float32Array | undefined }[],
  { dimensions }: Teachers,
): (vector: Float32Array) => Float32Array {
  const pairs = seen.flatMap(({ id, en }) => (id && en ? [{ id, en }] : [])).slice(0, MOST_PAIRS);
  const from = packRows(
    pairs.map(({ id }) => id),
    dimensions.id,
  );
  const to = packRows(
    pairs.map(({ en }) => en),
    dimensions.en,
  );
  const mean = meanRow(from);
  for (let at = 0; at < from.values.length; at++)
    from.values[at] = (from.values[at] ?? 0) - (mean[at % from.columns] ?? 0);
  const covariance = crossProduct(from, from);
  for (let i = 0; i < dimensions.id; i++) {
    covariance[i * dimensions.id + i] = (covariance[i * dimensions.id + i] ?? 0) + RIDGE * countRows(from);
  }
  const map = solve(covariance, crossProduct(from, to), dimensions.id, dimensions.en);
  return (vector) => {
    const out = new Float32Array(dimensions.en);
    for (let i = 0; i < dimensions.id; i++) {
      const value = (vector[i] ?? 0) - (mean[i] ?? 0);
      for (let j = 0; j < dimensions.en; j++)
        out[j] = (out[j] ?? 0) + value * (map[i * dimensions.en + j] ?? 0);
    }
    normalise(out);
    return out;
  };
}

function join(
  english: Float32Array | undefined,
  indonesian: Float32Array | undefined,
): Float32Array | undefined {
  if (!english || !indonesian) return english ?? indonesian;
  const both = english.map((value, index) => value + INDONESIAN_SHARE * (indonesian[index] ?? 0));
  normalise(both);
  return both;
}

function project(vector: Float32Array, directions: Matrix): Float32Array {
  const projected = Float32Array.from({ length: countRows(directions) }, (_, row) =>
    innerProduct(directions.values, row * directions.columns, vector, 0, directions.columns),
  );
  normalise(projected);
  return projected;
}
