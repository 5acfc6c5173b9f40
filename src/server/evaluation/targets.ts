import type { Evaluation } from './evaluate-search.ts';
import type { Leg, RankingLine } from './rank-legs.ts';

/** Something that search is meant to reach, with what it reaches. NaN: it was not measured. */
export interface Target {
  readonly name: string;
  readonly target: number;
  readonly value: number;
  readonly isMet: boolean;
}

/** Holds an evaluation against what is aimed at. */
export function judgeTargets(evaluation: Omit<Evaluation, 'targets'>, isHeldOut = false): Target[] {
  const { ranking, wide, wideScope, acrossLanguages } = evaluation;
  // Files of other queries than those that the calibration was fitted on judge it as it ships.
  const scope = evaluation.scope[isHeldOut ? 'shipped' : 'crossFitted'];
  const fit = isHeldOut ? 'as shipped' : 'cross-fitted';
  const across = acrossLanguages.find(({ asked }) => asked === 'en');
  return [
    atLeast('guides: fused Recall@1', 0.85, find(ranking, 'fused', 'all')?.recallAt1.value),
    atLeast('guides: fused Recall@3', 0.95, find(ranking, 'fused', 'all')?.recallAt3.value),
    atLeast('guides: casual Recall@1, fused less words', 0.1, lead(ranking)),
    atLeast('guides: English on Indonesian, Recall@3', 0.85, across?.recallAt3.value),
    atLeast('all problems: fused Recall@1', 0.7, find(wide.ranking, 'fused', 'all')?.recallAt1.value),
    atLeast('all problems: fused Recall@3', 0.88, find(wide.ranking, 'fused', 'all')?.recallAt3.value),
    atLeast('all problems: casual Recall@1, fused less words', 0.1, lead(wide.ranking)),
    atLeast(`AUROC against strays, ${fit}`, 0.95, scope.rocAgainstStrays.value),
    // What ships was fitted to the guides: all problems are judged by a fit of their own.
    atMost('all problems: calibration error, cross-fitted', 0.05, wideScope.crossFitted.calibrationError),
    atMost(`calibration error, ${fit}`, 0.05, scope.calibrationError),
  ];
}

function find(ranking: readonly RankingLine[], leg: Leg, group: string): RankingLine | undefined {
  return ranking.find((line) => line.leg === leg && line.group === group);
}

function lead(ranking: readonly RankingLine[]): number {
  const at1 = (leg: Leg) => find(ranking, leg, 'casual')?.recallAt1.value ?? NaN;
  return at1('fused') - at1('lexical');
}

function atLeast(name: string, target: number, value = NaN): Target {
  return { name, target, value, isMet: value >= target };
}

function atMost(name: string, target: number, value: number): Target {
  return { name, target, value, isMet: value <= target };
}
