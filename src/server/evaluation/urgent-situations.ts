import type { UrgentFeature, UrgentWeights } from '../../core/safety/index.ts';
import { fitLogistic, type LinearModel, type Row } from './urgent-regression.ts';

/** Words and ideas alone tell situations apart; where they stand does not matter. */
const TELLING = /^[wi] /;
/** Kept for each situation, those that move most. */
const MOST_TELLING = 150;

interface Told {
  readonly features: readonly UrgentFeature[];
  readonly urgent: boolean;
  readonly situation?: string | undefined;
  readonly share: number;
}

/** Learns, from the urgent messages whose situation is known, what speaks for each against all others. */
export function fitSituations(examples: readonly Told[]): UrgentWeights['situations'] {
  const told = examples.filter(({ urgent, situation }) => urgent && situation !== undefined);
  const numbers = new Map<string, number>();
  const rows = told.map(({ features, share, situation }) => {
    const telling = features.filter(({ name }) => TELLING.test(name));
    for (const { name } of telling) if (!numbers.has(name)) numbers.set(name, numbers.size);
    return {
      at: telling.map(({ name }) => numbers.get(name) ?? 0),
      values: telling.map(({ value }) => value),
      share,
      situation,
    };
  });
  const often = countOften(rows, numbers.size);
  const situations = [...new Set(rows.map(({ situation }) => situation ?? ''))].sort();
  return Object.fromEntries(
    situations.map((situation) => {
      const model = fitLogistic(
        rows.map((row) => ({ ...row, target: row.situation === situation })),
        numbers.size,
      );
      return [situation, { bias: round(model.bias), says: keepTelling([...numbers.keys()], often, model) }];
    }),
  );
}

function countOften(rows: readonly Omit<Row, 'target'>[], size: number): Float64Array {
  const often = new Float64Array(size);
  for (const { at, values, share } of rows) {
    at.forEach((feature, one) => {
      often[feature] = (often[feature] ?? 0) + share * (values[one] ?? 0) ** 2;
    });
  }
  return often;
}

function keepTelling(
  names: readonly string[],
  often: Float64Array,
  { weights }: LinearModel,
): Record<string, number> {
  const telling = names
    .map((name, at) => ({
      name,
      weight: round(weights[at] ?? 0),
      strength: Math.abs(weights[at] ?? 0) * Math.sqrt(often[at] ?? 0),
    }))
    .sort((a, b) => b.strength - a.strength || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_TELLING)
    .filter(({ weight }) => weight !== 0);
  return Object.fromEntries(telling.map(({ name, weight }) => [name, weight]));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
