import { fillIn, html, type Html } from '../markup/browser.ts';
import type { TicketPageView } from './ticket-page-view.ts';

/** How well the reader was helped: asked once it is over, thanked for afterwards, else nothing. */
export function drawRating({ view, words, path }: TicketPageView): Html {
  if (view.rating !== undefined) {
    return html`<p>${fillIn(words.rated, { rating: words.ratings[view.rating] })}</p>`;
  }
  if (view.status !== 'solved') return html``;
  return html`<form method="post" action="${path}" class="rating-form" data-judge>
    <input type="hidden" name="do" value="judge" />
    <fieldset>
      <legend>${words.ratingTitle}</legend>
      ${Object.entries(words.ratings).map(
        ([rating, name]) =>
          html`<label><input type="radio" name="rating" value="${rating}" required /> ${name}</label>`,
      )}
    </fieldset>
    <label for="comment">${words.commentLabel}</label>
    <textarea id="comment" name="comment" rows="2" maxlength="2000"></textarea>
    <button class="button button--quiet">${words.rate}</button>
  </form>`;
}
