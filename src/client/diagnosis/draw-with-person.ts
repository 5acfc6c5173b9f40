import { wordingOf, type Move } from '../../core/assistant/browser.ts';
import { writeMoment } from '../sending/browser.ts';
import { fillIn, html, type Html } from '../markup/browser.ts';
import { drawHeading } from './draw-heading.ts';
import type { DiagnosisView } from './view.ts';

/** A person has it: silence, and where what was sent is answered, if it was sent from this device. */
export function drawWithPerson(view: DiagnosisView, move: Extract<Move, { state: 'with-person' }>): Html {
  const { lang, register, sent, desk, words } = view;
  if (!sent || !desk) return drawHeading(wordingOf(move.status, lang, register));
  const own = desk.words;
  const time = writeMoment(sent.answerBy ?? '', lang);
  return html`${drawHeading(own.sentTitle)}
    <p class="now__text">${own.reference}<b class="sent__reference numbers">${sent.reference}</b></p>
    <p class="now__text">${time === '' ? own.awaited : fillIn(own.due, { time })}</p>
    <div class="outcomes">
      <a class="button" href="${sent.url}">${own.open}</a>
      <button class="button button--quiet" type="button" data-copy-link>${own.copyLink}</button>
    </div>
    <p class="small soft" role="status" data-copy-link-note></p>
    <p class="now__text small soft">${own.keep}</p>
    <ul class="plain links">
      <li><a href="${words.paths.diagnosis}?new=1" data-anew>${words.another}</a></li>
    </ul>`;
}
