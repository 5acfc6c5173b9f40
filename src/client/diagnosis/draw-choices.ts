import { html, type Html } from '../markup/browser.ts';

/** Answers as buttons over the whole width, one below the other; `chosen` is the choice that was made before. */
export function drawChoices(
  choices: readonly (readonly [choice: string, text: string])[],
  chosen?: string,
): Html {
  return html`<ul class="choices plain">
    ${choices.map(
      ([choice, text]) =>
        html`<li>
          <button class="choice" name="do" value="${choice}" ${choice === chosen && CURRENT}>${text}</button>
        </li>`,
    )}
  </ul>`;
}

const CURRENT = html`aria-current="true"`;
