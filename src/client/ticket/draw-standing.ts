import { fillIn, html, type Html } from '../markup/browser.ts';
import { writeMoment } from '../sending/browser.ts';
import type { TicketPageView } from './ticket-page-view.ts';

/** Where the ticket stands, in words: whose turn it is, and by when. */
export function drawStanding({ view, words, lang, now }: TicketPageView): Html {
  return html`<h2 tabindex="-1" id="standing">${words.standing[view.status]}</h2>
    <p>${sayTurn()}</p>`;

  function sayTurn(): string {
    if (view.status === 'solved') return words.solvedText;
    if (view.status === 'waiting') return words.readerTurn;
    const time = view.answerBy === undefined ? '' : writeMoment(view.answerBy, lang);
    if (view.answerBy === undefined || time === '') return words.awaited;
    return fillIn(new Date(view.answerBy) < now ? words.late : words.due, { time });
  }
}
