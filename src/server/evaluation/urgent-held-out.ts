import {
  createUrgentDetector,
  type Spelling,
  type UrgentDetector,
  type UrgentPolicy,
} from '../../core/safety/index.ts';
import { URGENT_AIMS, scoreAlarms, type AlarmScore } from './urgent-evaluate.ts';
import type { UrgentExample } from './urgent-examples.ts';
import { fitUrgentWeights, type FeaturedExample } from './urgent-fit.ts';

export type LearningExample = UrgentExample & FeaturedExample;

export interface HeldOut {
  /** The probability from which a message is urgent, chosen on the validation messages. */
  readonly threshold: number;
  /** Each fitted without what it is measured on. */
  readonly scores: Readonly<Record<string, AlarmScore>>;
}

export interface HeldOutInput {
  readonly policy: UrgentPolicy;
  readonly spelling: Spelling;
  readonly examples: readonly LearningExample[];
}

/** Sets that are measured on alone, with nothing of them in fitting. */
const DEV = 'urgent.dev';
const STYLE_FOLDS = 7;

/** Chooses the threshold, and measures on what was not learnt from: other writers, the dev set, whole styles, whole situations. */
export function measureHeldOut({ policy, spelling, examples }: HeldOutInput): HeldOut {
  const learn = (kept: readonly LearningExample[], threshold: number) =>
    createUrgentDetector(policy, spelling, fitUrgentWeights(kept, threshold));
  const written = examples.filter(({ share, style }) => share === 1 && style !== DEV);
  const validation = examples.filter(({ isValidation }) => isValidation);
  const dev = examples.filter(({ style }) => style === DEV);
  const without = examples.filter(({ isValidation, style }) => !isValidation && style !== DEV);
  const first = learn(without, 0.5);
  const threshold = chooseThreshold(validation, first);
  const withoutDev = learn(
    examples.filter(({ style }) => style !== DEV),
    threshold,
  );
  const leaveOut = (groupOf: (example: LearningExample) => string | undefined) => {
    const groups = [...new Set(written.map(groupOf))].filter((group) => group !== undefined);
    const judged = new Map<LearningExample, boolean>();
    for (const group of groups) {
      const detector = learn(
        examples.filter((one) => groupOf(one) !== group),
        threshold,
      );
      for (const one of written) if (groupOf(one) === group) judged.set(one, detector.detect(one.q).urgent);
    }
    return scoreAlarms([...judged.keys()], (one) => judged.get(one) === true);
  };
  const styles = [...new Set(written.map(({ style }) => style))];
  return {
    threshold,
    scores: {
      'other writers (chose the threshold)': judge(validation, first, threshold),
      'dev set': judge(dev, withoutDev, threshold),
      'styles left out': leaveOut(({ style }) => String(styles.indexOf(style) % STYLE_FOLDS)),
      'situations left out': leaveOut(({ situation }) => situation),
    },
  };
}

function judge(messages: readonly LearningExample[], detector: UrgentDetector, threshold: number) {
  return scoreAlarms(messages, ({ q }) => detector.detect(q).probability >= threshold);
}

/** The lowest threshold that keeps false alarms within the aim, in steps of 0.01 from 0.1 to 0.6. */
export function chooseThreshold(messages: readonly LearningExample[], detector: UrgentDetector): number {
  for (let percent = 10; percent < 60; percent++) {
    const { falseAlarms } = judge(messages, detector, percent / 100);
    if (falseAlarms <= URGENT_AIMS.falseAlarms) return percent / 100;
  }
  return 0.6;
}
