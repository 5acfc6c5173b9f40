import { createUrgentDetector, type Spelling, type UrgentPolicy } from '../../core/safety/index.ts';
import { scoreAlarms, type AlarmScore } from './urgent-evaluate.ts';
import type { UrgentExample } from './urgent-examples.ts';
import { fitUrgentWeights, type FeaturedExample } from './urgent-fit.ts';

export type LearningExample = UrgentExample & FeaturedExample;

export interface HeldOut {
  /** The probability from which a message is urgent. */
  readonly threshold: number;
  /** Share of the urgent messages found, styles left out, whose situation is named right. */
  readonly situationsRight: number;
  readonly lives: LivesScore;
  /** Each fitted without what it is measured on. */
  readonly scores: Readonly<Record<string, AlarmScore>>;
}

/** Of the urgent messages found, styles left out: who is told first what helps where a life is in danger. */
export interface LivesScore {
  /** Messages about a life, and those of them that are not told. */
  readonly lives: number;
  readonly livesMissed: number;
  /** Other messages, and those of them that are told it as well. */
  readonly others: number;
  readonly othersTold: number;
}

export interface HeldOutInput {
  readonly policy: UrgentPolicy;
  readonly spelling: Spelling;
  readonly examples: readonly LearningExample[];
}

/** Example → what weights say of it that were not fitted to it. */
export type Judged = ReadonlyMap<LearningExample, Judgement>;

interface Judgement {
  readonly probability: number;
  readonly situation?: string;
  readonly perhaps?: readonly string[];
}

const DEV = 'urgent.dev';
const STYLE_FOLDS = 7;
/**
 * Share of false alarms that the threshold lets pass where whole styles are left out. More than twice the aim:
 * half of these messages were written to look urgent, which few readers' are, and a miss costs more.
 */
const FALSE_ALARMS_LEFT_OUT = 0.05;

/**
 * Measures on what was not learnt from: whole styles, whole situations, writers held back, the dev set.
 * The threshold is the lowest that keeps false alarms within {@link FALSE_ALARMS_LEFT_OUT} for styles left out.
 */
export function measureHeldOut({ policy, spelling, examples }: HeldOutInput): HeldOut {
  const judgeWithout = (group: readonly LearningExample[]): Judged => {
    const held = new Set(group);
    const weights = fitUrgentWeights(
      examples.filter((one) => !held.has(one)),
      0,
    );
    const detector = createUrgentDetector(policy, spelling, weights);
    return new Map(group.map((one) => [one, detector.detect(one.q)]));
  };
  const written = examples.filter(({ share, style }) => share === 1 && style !== DEV);
  const styles = [...new Set(written.map(({ style }) => style))];
  const leaveOut = (groupOf: (example: LearningExample) => string | number | undefined): Judged => {
    const groups = [...Map.groupBy(written, groupOf)].filter(([group]) => group !== undefined);
    return new Map(groups.flatMap(([, group]) => [...judgeWithout(group)]));
  };
  const byStyle = leaveOut(({ style }) => styles.indexOf(style) % STYLE_FOLDS);
  const threshold = chooseThreshold(byStyle);
  const score = (judged: Judged) =>
    scoreAlarms([...judged.keys()], (one) => (judged.get(one)?.probability ?? 0) >= threshold);
  return {
    threshold,
    situationsRight: shareRight(byStyle, threshold),
    lives: scoreLives(policy, byStyle, threshold),
    scores: {
      'styles left out (chose the threshold)': score(byStyle),
      'situations left out': score(leaveOut(({ situation }) => situation)),
      'writers held back': score(judgeWithout(examples.filter(({ isValidation }) => isValidation))),
      'dev set': score(judgeWithout(examples.filter(({ style }) => style === DEV))),
    },
  };
}

/** The lowest threshold, in steps of 0.01, that keeps false alarms within bounds; 1 when none does. */
export function chooseThreshold(judged: Judged): number {
  const messages = [...judged.keys()];
  for (let percent = 1; percent < 100; percent++) {
    const { falseAlarms } = scoreAlarms(
      messages,
      (one) => (judged.get(one)?.probability ?? 0) >= percent / 100,
    );
    if (falseAlarms <= FALSE_ALARMS_LEFT_OUT) return percent / 100;
  }
  return 1;
}

function scoreLives({ situations }: UrgentPolicy, judged: Judged, threshold: number): LivesScore {
  const isLife = (situation: string) => situations[situation]?.life === true;
  const found = [...judged].flatMap(
    ([{ urgent, situation }, { probability, situation: named, perhaps = [] }]) =>
      urgent && situation !== undefined && named !== undefined && probability >= threshold
        ? [{ isAboutLife: isLife(situation), isTold: [named, ...perhaps].some(isLife) }]
        : [],
  );
  const lives = found.filter(({ isAboutLife }) => isAboutLife);
  const others = found.filter(({ isAboutLife }) => !isAboutLife);
  return {
    lives: lives.length,
    livesMissed: lives.filter(({ isTold }) => !isTold).length,
    others: others.length,
    othersTold: others.filter(({ isTold }) => isTold).length,
  };
}

function shareRight(judged: Judged, threshold: number): number {
  const found = [...judged].filter(
    ([{ urgent, situation }, { probability }]) =>
      urgent && situation !== undefined && probability >= threshold,
  );
  return found.filter(([example, { situation }]) => situation === example.situation).length / found.length;
}
