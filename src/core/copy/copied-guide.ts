/** One step as an agent sends it; plain words, as in `Step`. */
export interface CopiedStep {
  readonly key: string;
  readonly action: string;
  /** What follows the action; may have several lines; '' when there is nothing more. */
  readonly detail: string;
  /** For whom the step is, in words ("Hanya kalau: …"). */
  readonly condition?: string;
  /** A word of warning that goes before the action ("Hati-hati"). */
  readonly warning?: string;
}

/** What an agent pastes into a conversation: a guide, or one step of it. */
export interface CopiedGuide {
  readonly title: string;
  readonly steps: readonly CopiedStep[];
  /** The number (from 1) of the first of `steps` in its guide. */
  readonly firstNumber: number;
  /** The short address, complete with scheme and host. */
  readonly link: string;
}
