import type { UrgentFeature } from '../../core/safety/index.ts';

/** Words and ideas alone tell situations apart; where they stand does not matter. */
const TELLING = /^[wi] /;
/** Kept for each situation, the most telling. */
const MOST_TELLING = 90;
/** Occurrences that are added to each, so that what is rare proves little. */
const SMOOTHING = 0.5;
const FEWEST = 2;

interface Told {
  readonly features: readonly UrgentFeature[];
  readonly urgent: boolean;
  readonly situation?: string | undefined;
  readonly share: number;
}

/**
 * Situation → what speaks for it: how much likelier a word or idea is in its urgent messages than in
 * those of other situations (log odds, as naive Bayes), to one decimal.
 */
export function fitSituations(examples: readonly Told[]): Record<string, Record<string, number>> {
  const urgent = examples.filter(({ urgent: isUrgent, situation }) => isUrgent && situation !== undefined);
  const bySituation = Map.groupBy(urgent, ({ situation }) => situation ?? '');
  const everywhere = count(urgent);
  const total = sum(everywhere);
  return Object.fromEntries(
    [...bySituation]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([situation, messages]) => {
        const here = count(messages);
        const inAll = sum(here);
        const telling = [...here]
          .filter(([, often]) => often >= FEWEST)
          .map(([name, often]) => {
            const elsewhere = (everywhere.get(name) ?? 0) - often;
            const odds = (often + SMOOTHING) / inAll / ((elsewhere + SMOOTHING) / (total - inAll + 1));
            return { name, weight: Math.round(10 * Math.log(odds)) / 10, gain: often * Math.log(odds) };
          })
          .sort((a, b) => b.gain - a.gain || a.name.localeCompare(b.name))
          .filter(({ weight }) => weight > 0)
          .slice(0, MOST_TELLING);
        return [situation, Object.fromEntries(telling.map(({ name, weight }) => [name, weight]))];
      }),
  );
}

function count(messages: readonly Told[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features, share } of messages) {
    for (const { name } of features) {
      if (TELLING.test(name)) counts.set(name, (counts.get(name) ?? 0) + share);
    }
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, often) => total + often, 0);
}
