import { formatCopy, type CopiedGuide, type CopiedStep } from '../copy/browser.ts';
import type { GuideForm } from './terms.ts';

/**
 * A guide as it is put into a reply, in plain words that stand in a mail too. `link`: its title and address; `short`:
 * what to do in each step as well; `steps`: each step with all that follows it.
 */
export function writeInsertion(guide: CopiedGuide, form: GuideForm): string {
  return formatCopy({ ...guide, steps: STEPS_IN[form](guide.steps) }, 'plain').text;
}

const STEPS_IN: Readonly<Record<GuideForm, (steps: readonly CopiedStep[]) => readonly CopiedStep[]>> = {
  link: () => [],
  // A warning or a condition is never left out: without it a step may do harm.
  short: (steps) => steps.map((step) => ({ ...step, detail: '' })),
  steps: (steps) => steps,
};
