import { html, type Html } from '../markup/browser.ts';

/** The heading of the present; the keyboard goes there when it changes. */
export function drawHeading(text: string, before?: Html): Html {
  return html`${before}
    <h2 id="now" tabindex="-1">${text}</h2>`;
}
