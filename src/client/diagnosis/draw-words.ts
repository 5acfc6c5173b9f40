import { html, type Html } from '../markup/browser.ts';
import { citedPlaces, replyPieces } from './reply-pieces.ts';
import { titleOf, type DiagnosisView } from './view.ts';

/**
 * The place of the assistant's words above the move, where a language model chooses them; the browser writes them into
 * it. What a server has at hand already stands in it.
 */
export function drawWords(view: DiagnosisView): Html {
  const { keeps, reply, words } = view;
  if (keeps === 'device' || view.move.state === 'greeting') return html``;
  if (reply?.mode !== 'model')
    return html`<div class="words" data-words><p class="words__mode">${words.byGuide}</p></div>`;
  return html`<div class="words" data-words>
    <p class="words__text">
      ${replyPieces(reply).map((piece) =>
        typeof piece === 'string'
          ? html`${piece}`
          : html`<a href="${piece.href}" aria-label="[${piece.number}] ${titleOf(view, piece.id)}"
              >[${piece.number}]</a
            >`,
      )}
    </p>
    <p class="words__mode">
      ${words.byModel}
      ${citedPlaces(reply).map(
        ({ number, id, href }) => html` <a href="${href}">[${number}] ${titleOf(view, id)}</a>`,
      )}
    </p>
  </div>`;
}

/** Who answers, where it is always the guide. */
export function drawMode({ keeps, move, words }: DiagnosisView): Html {
  if (keeps === 'server' || !FROM_GUIDES.has(move.state)) return html``;
  return html`<p class="now__mode">${words.byGuide}</p>`;
}

const FROM_GUIDES: ReadonlySet<string> = new Set(['understanding', 'question', 'confirmation', 'step']);
