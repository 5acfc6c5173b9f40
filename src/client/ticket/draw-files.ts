import { html, type Html } from '../markup/browser.ts';
import { FILE_TYPES } from './file-limits.ts';
import type { FileWords } from './words.ts';

/** The field for files; scripts add the list of what was chosen, each with its progress and a way to take it out. */
export function drawFiles(words: FileWords, problem?: string): Html {
  return html`<ticket-files data-words="${JSON.stringify(words)}">
    <label for="file">${words.label}</label>
    ${problem !== undefined && html`<p class="field-problem" id="file-problem">${problem}</p>`}
    <input
      id="file"
      type="file"
      name="file"
      multiple
      accept="${FILE_TYPES.join(',')}"
      aria-describedby="file-hint${problem !== undefined && ' file-problem'}"
    />
    <p class="soft small" id="file-hint">${words.hint}</p>
    <ul class="plain files" data-files></ul>
    <p class="field-problem" role="alert" data-file-note></p>
  </ticket-files>`;
}
