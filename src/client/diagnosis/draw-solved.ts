import { otherParts, RATINGS, wordingOf, type Move } from '../../core/assistant/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import { drawField } from './draw-field.ts';
import { drawHeading } from './draw-heading.ts';
import { guideAddress, type DiagnosisView } from './view.ts';

/** The good end: what it was worth, what else was said, and how it does not happen again. */
export function drawSolved(view: DiagnosisView, move: Extract<Move, { state: 'solved' }>): Html {
  const { words, lang, register, conversation } = view;
  const others = otherParts(conversation);
  return html`${drawHeading(wordingOf('solved', lang, register))}
    ${move.rating ? html`<p class="now__text">${wordingOf('rated', lang, register)}</p>` : drawRating(view)}
    ${
      others.length > 0 &&
      html`<p class="now__text">${words.alsoSaid}</p>
        <ul class="plain links">
          ${others.map((text) => {
            const query = new URLSearchParams({ q: text }).toString();
            return html`<li><a href="${words.paths.diagnosis}?${query}">“${text}”</a></li>`;
          })}
        </ul>`
    }
    <ul class="plain links">
      <li><a href="${guideAddress(view, move.problem, 'prevention')}">${words.prevention}</a></li>
      <li><a href="${words.paths.diagnosis}?new=1" data-anew>${words.another}</a></li>
    </ul>
    ${drawField(view)}`;
}

function drawRating({ words, lang, register }: DiagnosisView): Html {
  return html`<fieldset class="rating">
    <legend>${wordingOf('rate', lang, register)}</legend>
    <div class="outcomes">
      ${RATINGS.map(
        (rating) =>
          html`<button class="button button--quiet" name="do" value="rate:${rating}">
            ${words.ratings[rating]}
          </button>`,
      )}
    </div>
  </fieldset>`;
}
