import { html, type Html } from '../markup/browser.ts';
import { drawMove } from './draw-move.ts';
import { drawCandidates } from './draw-candidates.ts';
import { drawDeskForm } from './draw-desk.ts';
import { drawNotice } from './draw-offer.ts';
import { drawTrail } from './draw-trail.ts';
import { drawMode, drawWords } from './draw-words.ts';
import type { DiagnosisView } from './view.ts';

/**
 * The whole conversation as one form. Each button is named `do` and has a choice as its value, so the form
 * works as it is sent without scripts; with them, the browser carries the choice out itself.
 */
export function drawDiagnosis(view: DiagnosisView): string {
  const { words, conversation, move, carried, posting } = view;
  const hasBegun = conversation.turns.length > 0 || conversation.article !== undefined;
  return html`<form class="diagnosis" action="${words.paths.diagnosis}" method="${posting ? 'post' : 'get'}">
      ${carried !== undefined && html`<input type="hidden" name="s" value="${carried}" />`}
      ${posting?.revision !== undefined && html`<input type="hidden" name="revision" value="${posting.revision}" />`}
      <div class="diagnosis__main">
        ${drawTrail(view)}
        <section class="now now--${move.state}" aria-labelledby="now">
          ${drawWords(view)}${drawNotice(view)}${drawMove(view)}${drawMode(view)}
        </section>
      </div>
      ${drawCandidates(view)}
      <div class="diagnosis__bar">${drawBar(view)}</div>
      ${hasBegun && drawClear(view)}
      ${posting && html`<noscript><p class="small soft">${words.keptOnServer}</p></noscript>`}
    </form>
    ${drawDeskForm(view)}`.html;
}

/** A link where nothing is kept but here; a button where the server has to forget it. */
function drawClear({ words, posting }: DiagnosisView): Html {
  if (posting?.revision === undefined) {
    return html`<p class="diagnosis__clear">
      <a href="${words.paths.diagnosis}" data-clear>${words.clear}</a>
    </p>`;
  }
  return html`<p class="diagnosis__clear escapes">
    <button name="do" value="forget" data-clear>${words.clear}</button>
  </p>`;
}

/** Nothing at all where there is nothing to press: an empty bar is not shown. */
function drawBar(view: DiagnosisView): Html {
  const { words, move } = view;
  const back = canGoBack(view) && button('back', words.back, 'button button--quiet');
  const person = !HAS_PERSON.has(move.state) && button('person', words.person, 'button button--quiet');
  return html`${back}${person}`;
}

const HAS_PERSON: ReadonlySet<string> = new Set(['handoff', 'with-person']);

function canGoBack({ conversation, move }: DiagnosisView): boolean {
  return conversation.turns.length > 0 && move.state !== 'with-person';
}

function button(choice: string, text: string, className: string): Html {
  return html`<button class="${className}" name="do" value="${choice}">${text}</button>`;
}
