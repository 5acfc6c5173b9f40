import { html, type Html } from '../markup/browser.ts';
import type { CopiedKind, DiagnosisView } from './view.ts';

/** A text that the reader may change and takes along. */
export interface CopiedText {
  readonly kind: CopiedKind;
  readonly label: string;
  /** On the button that copies it. */
  readonly copy: string;
  readonly text: string;
  /** The form that takes it along, beside the one that it stands in. */
  readonly sentBy?: string;
}

/** The text in a box; scripts add the button that copies it. What the reader changed in it stays. */
export function drawCopied({ edited }: DiagnosisView, { kind, label, copy, text, sentBy }: CopiedText): Html {
  const now = edited?.[kind] ?? text;
  const rows = Math.min(MOST_ROWS, now.split('\n').length + 2);
  return html`<div class="summary">
    <label for="${kind}">${label}</label>
    <textarea
      id="${kind}"
      rows="${rows}"
      data-copied="${kind}"
      ${sentBy !== undefined && html` form="${sentBy}" name="text"`}
    >
${now}</textarea>
    <div class="outcomes" data-copy-row hidden>
      <button class="button button--quiet" type="button" data-copy>${copy}</button>
    </div>
    <p class="small soft" role="status" data-copy-note></p>
  </div>`;
}

const MOST_ROWS = 18;
