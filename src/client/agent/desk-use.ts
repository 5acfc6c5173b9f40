import type { CopiedStep } from '../../core/copy/browser.ts';
import type { DeskGuide, DeskRow } from './desk.ts';

/** What a desk is used for: copying guides (`/agen/`), or putting them into a reply. All but the forms may fail. */
export interface DeskUse {
  /** The forms in which a guide can be taken, in the order of their shortcuts. */
  readonly forms: readonly string[];
  /** The form chosen last on this device. */
  readForm(): string;
  keepForm(form: string): void;
  stepsOf(guide: DeskGuide): Promise<readonly CopiedStep[]>;
  /** What a row is in a form, to be looked at beforehand. */
  write(row: DeskRow, form: string): Promise<string>;
  /** Takes a row and gives what to remember of it. @throws {ClipboardRefusedError} when the browser refuses. */
  take(row: DeskRow, form: string): Promise<DeskGuide>;
}
