import { candidatesOf } from '../../core/assistant/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import { guideAddress, titleOf, type DiagnosisView } from './view.ts';

/** The guides that are possible so far, while questions are asked; nothing later, or when there is none. */
export function drawCandidates(view: DiagnosisView): Html {
  const { words, model, conversation, move } = view;
  if (move.state !== 'question' && move.state !== 'understanding') return html``;
  const candidates = move.state === 'question' ? candidatesOf(model, conversation) : move.nearest;
  if (candidates.length === 0) return html``;
  return html`<aside class="possible" aria-labelledby="possible">
    <h2 id="possible">${words.possible}</h2>
    <ul class="plain">
      ${candidates.map(
        ({ id }) => html`<li><a href="${guideAddress(view, id)}">${titleOf(view, id)}</a></li>`,
      )}
    </ul>
  </aside>`;
}
