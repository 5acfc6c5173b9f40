import { estimateAny, shareProbability, type Calibration } from '../../core/search/index.ts';
import type { ObservedQuery } from './evaluate-search.ts';
import { fitCalibration, type CalibrationExample } from './fit-calibration.ts';
import { estimate, type Estimate } from './interval.ts';
import type { Observation } from './observe-search.ts';
import {
  areaUnderRoc,
  calibrationError,
  calibrationErrorByChance,
  type Prediction,
} from './score-probabilities.ts';

/** How well probabilities tell questions that have a guide from others. */
export interface ScopeFigures {
  /** Area under the ROC curve: covered queries against stray ones, and against those whose problem has no guide. */
  readonly rocAgainstStrays: Estimate;
  readonly rocAgainstUncovered: Estimate;
  /** Of covered queries, the share called out of scope; of stray and uncovered ones, the share let in. */
  readonly coveredRefused: number;
  readonly straysLetIn: number;
  readonly uncoveredLetIn: number;
  /** Expected calibration error of the first hit's confidence over all queries, with {@link SHARES}. */
  readonly calibrationError: number;
  /** What the same error would be, on average, if every confidence were exactly right: so many queries tell no less. */
  readonly calibrationErrorByChance: number;
}

export interface ScopeJudgement {
  /** By the calibration that ships; flattering on the queries that it was fitted on. */
  readonly shipped: ScopeFigures;
  /** Each half judged by a fit on the other half; no problem is in both. */
  readonly crossFitted: ScopeFigures;
}

/** Judges the probabilities of search over labelled and stray queries. */
export function judgeScope(
  queries: readonly ObservedQuery[],
  strays: readonly Observation[],
): ScopeJudgement {
  const cases = readCases(queries, strays);
  return {
    shipped: describe(
      cases.map((item) => ({ ...item, any: item.seen.any, confidence: item.seen.firstConfidence })),
    ),
    crossFitted: describe(
      [0, 1].flatMap((half) => {
        const calibration = fitCases(
          cases.filter((item) => item.half !== half),
          '',
        );
        return cases.filter((item) => item.half === half).map((item) => judge(item, calibration));
      }),
    ),
  };
}

/** The calibration that all these queries together call for, dated. */
export function fitScope(
  queries: readonly ObservedQuery[],
  strays: readonly Observation[],
  date: string,
): Calibration {
  return fitCases(readCases(queries, strays), date);
}

type Kind = 'covered' | 'uncovered' | 'stray';

interface Case {
  readonly kind: Kind;
  readonly half: number;
  readonly seen: Observation;
}

interface JudgedCase extends Case {
  readonly any: number;
  readonly confidence: number;
}

function readCases(queries: readonly ObservedQuery[], strays: readonly Observation[]): Case[] {
  const problems = [...new Set(queries.map(({ query }) => query.problem))].sort();
  return [
    ...queries.map(({ query, isCovered, seen }): Case => {
      return { kind: isCovered ? 'covered' : 'uncovered', half: problems.indexOf(query.problem) % 2, seen };
    }),
    ...strays.map((seen, index): Case => ({ kind: 'stray', half: index % 2, seen })),
  ];
}

/** What people are taken to type: half has a guide, the rest are strays and problems without one. No file's size decides. */
const SHARES: Readonly<Record<Kind, number>> = { covered: 0.5, uncovered: 0.25, stray: 0.25 };

function weighKinds(cases: readonly Case[]): (item: Case) => number {
  const byKind = Map.groupBy(cases, ({ kind }) => kind);
  return ({ kind }) => SHARES[kind] / (byKind.get(kind)?.length ?? 1);
}

function fitCases(cases: readonly Case[], date: string): Calibration {
  const weigh = weighKinds(cases);
  const examples = cases.map((item): CalibrationExample => {
    const { kind, seen } = item;
    const example = {
      features: seen.features,
      isAnswered: kind === 'covered',
      weight: weigh(item),
    };
    return Number.isFinite(seen.rank)
      ? { ...example, evidence: seen.evidence, rightPlace: seen.rank - 1 }
      : example;
  });
  return fitCalibration(examples, date);
}

function judge(item: Case, calibration: Calibration): JudgedCase {
  const { features, evidence } = item.seen;
  const any = evidence.length === 0 ? 0 : estimateAny(features, calibration);
  return { ...item, any, confidence: shareProbability(evidence, any, calibration)[0] ?? 0 };
}

function describe(cases: readonly JudgedCase[]): ScopeFigures {
  const isIn = ({ any }: JudgedCase) => any >= 0.5;
  const ofKind = (kind: Kind) => cases.filter((item) => item.kind === kind);
  const shareIn = (kind: Kind) => ofKind(kind).filter(isIn).length / ofKind(kind).length;
  const predict = ({ kind, any }: JudgedCase): Prediction => ({
    probability: any,
    isTrue: kind === 'covered',
  });
  const against = (kind: Kind) =>
    estimate([...ofKind('covered'), ...ofKind(kind)], (sample) => areaUnderRoc(sample.map(predict)));
  const weigh = weighKinds(cases);
  const firstHits = cases.map((item): Prediction => ({
    probability: item.confidence,
    isTrue: item.seen.rank === 1,
    weight: weigh(item),
  }));
  return {
    rocAgainstStrays: against('stray'),
    rocAgainstUncovered: against('uncovered'),
    coveredRefused: 1 - shareIn('covered'),
    straysLetIn: shareIn('stray'),
    uncoveredLetIn: shareIn('uncovered'),
    calibrationError: calibrationError(firstHits),
    calibrationErrorByChance: calibrationErrorByChance(firstHits),
  };
}
