import type { Service } from '../../core/article/browser.ts';
import { candidatesOf, problemOf, writeInOneLanguage } from '../../core/assistant/browser.ts';
import { SECTORS } from '../../core/article/browser.ts';
import { findLadder, reckonDates, type CalendarDate, type Ladder } from '../../core/ladder/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import { drawRung } from './draw-ladder-rung.ts';
import type { LadderData } from './ladder-words.ts';
import type { DiagnosisView } from './view.ts';

/**
 * Who has to answer the reader's complaint, by when and who is next, counted from `complained`. What counts again in
 * the browser stands in `data-ladder`. Without a sector it asks for the service.
 */
export function drawLadder(view: DiagnosisView, data: LadderData, complained: CalendarDate): Html {
  const { lang } = view;
  const { words } = data;
  const ladder = ladderOf(view, data.ladders);
  if (!ladder)
    return html`<section class="ladder">
      ${heading(words.title[lang])}
      <p>${words.choose[lang]}</p>
    </section>`;
  const dates = reckonDates(ladder, complained);
  return html`<section
    class="ladder"
    aria-labelledby="ladder"
    data-ladder="${writeInOneLanguage({ ladder, words }, lang)}"
  >
    ${heading(words.title[lang])}
    ${
      dates.length > 0 &&
      html`<p class="ladder__date" data-scripted hidden>
          <label for="complained">${words.dateLabel[lang]}</label>
          <input type="date" id="complained" value="${complained}" />
        </p>
        <noscript><p class="small soft">${words.today[lang]}</p></noscript>`
    }
    <ol class="ladder__rungs">
      ${ladder.rungs.map((rung) => drawRung(view, words, rung, dates))}
    </ol>
    ${
      dates.length > 0 &&
      html`<p class="small soft" data-counting role="status">${words.counting[lang]}</p>
        <div class="outcomes" data-scripted hidden>
          <button class="button button--quiet" type="button" data-calendar>${words.calendar[lang]}</button>
        </div>
        <p class="small soft" role="status" data-calendar-note></p>`
    }
  </section>`;
}

function ladderOf(view: DiagnosisView, ladders: readonly Ladder[]): Ladder | undefined {
  const { model, conversation, services = [] } = view;
  const service: Service | undefined = services.find(({ slug }) => slug === conversation.service);
  const problem = problemOf(model, conversation) ?? conversation.article;
  const likely = candidatesOf(model, conversation)[0]?.id;
  const sector =
    conversation.sector ?? service?.sector ?? SECTORS.find((one) => likely?.startsWith(`${one}/`) === true);
  return findLadder(ladders, {
    ...(problem !== undefined && { problem }),
    ...(sector && { sector }),
    ...(service && { service: service.slug }),
  });
}

function heading(text: string): Html {
  return html`<h3 id="ladder">${text}</h3>`;
}
