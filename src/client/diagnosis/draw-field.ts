import { LONGEST_MESSAGE } from '../../core/assistant/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import type { DiagnosisView } from './view.ts';

/** The box for the reader's own words: large while nothing is known, small beside answers. */
export function drawField({ words, move, draft = '', carried }: DiagnosisView): Html {
  const isFirst = move.state === 'greeting' || move.state === 'understanding';
  const again = move.state === 'solved' ? words.fieldAnother : words.fieldAgain;
  return html`<div class="${isFirst ? 'tell tell--first' : 'tell'}">
    <label for="tell" class="${isFirst && 'visually-hidden'}">${isFirst ? words.fieldLabel : again}</label>
    <div class="tell__row">
      <textarea
        id="tell"
        name="q"
        rows="${isFirst ? 3 : 1}"
        placeholder="${isFirst && words.placeholder}"
        autocomplete="off"
        autocapitalize="none"
        ${carried !== undefined && html`maxlength="${LONGEST_MESSAGE}"`}
      >
${draft}</textarea>
      <button class="${isFirst ? 'button' : 'button button--quiet'}" name="do" value="say">
        ${words.send}
      </button>
    </div>
  </div>`;
}
