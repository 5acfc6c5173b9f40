import { openRandom } from '../random/index.ts';

/** What is learnt from: features by number, whether it is so, and how much it counts. */
export interface Row {
  readonly at: readonly number[];
  readonly values: readonly number[];
  readonly target: boolean;
  readonly share: number;
}

export interface LinearModel {
  readonly bias: number;
  /** By feature. */
  readonly weights: Float64Array;
}

const EPOCHS = 25;
const STEP_SIZE = 0.1;
const HOLD = 2e-3;

/**
 * Logistic regression held to 0 (L2), by AdaGrad (Duchi et al. 2011) over rows in a seeded order.
 * Deterministic. Features are numbered from 0 to `size` − 1.
 */
export function fitLogistic(rows: readonly Row[], size: number): LinearModel {
  const random = openRandom(1);
  const weights = new Float64Array(size);
  const spread = new Float64Array(size).fill(1e-6);
  let bias = 0;
  let biasSpread = 1e-6;
  const order = rows.map((_, at) => at);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const one of order) {
      const row = rows[one];
      if (!row) continue;
      const miss = (1 / (1 + Math.exp(-scoreRow(row, { bias, weights }))) - Number(row.target)) * row.share;
      row.at.forEach((feature, at) => {
        const weight = weights[feature] ?? 0;
        const slope = miss * (row.values[at] ?? 0) + HOLD * weight;
        const grown = (spread[feature] ?? 0) + slope ** 2;
        spread[feature] = grown;
        weights[feature] = weight - (STEP_SIZE * slope) / Math.sqrt(grown);
      });
      biasSpread += miss ** 2;
      bias -= (STEP_SIZE * miss) / Math.sqrt(biasSpread);
    }
  }
  return { bias, weights };
}

/** The log odds of a row. */
export function scoreRow({ at, values }: Pick<Row, 'at' | 'values'>, { bias, weights }: LinearModel): number {
  return at.reduce((sum, feature, one) => sum + (weights[feature] ?? 0) * (values[one] ?? 0), bias);
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
