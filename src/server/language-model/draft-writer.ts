import type { Reply } from '../../core/wording/index.ts';
import type { DraftTask } from './draft-task.ts';

/** Drafts what agents answer. */
export interface DraftWriter {
  /**
   * The body of an answer: what a guide says, each such sentence with its citation, and polite words. undefined when no
   * model is asked, or what it wrote did not pass: the guide speaks then. Never throws.
   */
  readonly draft: (task: DraftTask) => Promise<Reply | undefined>;
}
