import { SECTORS } from '../../core/article/browser.ts';
import { wordingOf, type Move, type Status } from '../../core/assistant/browser.ts';
import { fillIn, html, type Html } from '../markup/browser.ts';
import { drawChoices } from './draw-choices.ts';
import { drawField } from './draw-field.ts';
import { drawHeading } from './draw-heading.ts';
import { drawHandoff } from './draw-handoff.ts';
import { drawSolved } from './draw-solved.ts';
import { drawStep } from './draw-step.ts';
import { drawUrgent } from './draw-urgent.ts';
import { drawWithPerson } from './draw-with-person.ts';
import { guideAddress, titleOf, type DiagnosisView } from './view.ts';

/** The move itself: its heading, what it says, and everything that the reader can do about it. */
export function drawMove(view: DiagnosisView): Html {
  const { move } = view;
  switch (move.state) {
    case 'greeting':
    case 'understanding':
      return html`${drawHeading(view.words.question)}${drawStatus(view, move)}${drawField(view)}${drawSectors(view)}`;
    case 'urgent':
      return drawUrgent(view, move);
    case 'several':
      return html`${drawHeading(wordingOf(move.status, view.lang, view.register))}
      ${drawChoices(move.parts.map(({ text }, place) => [`part:${place}`, text]))}`;
    case 'second-problem':
      return html`${drawHeading(wordingOf(move.status, view.lang, view.register))}
      ${drawChoices([
        [`switch:${move.other}`, fillIn(view.words.moveTo, { title: titleOf(view, move.other) })],
        ['stay', view.words.stay],
      ])}`;
    case 'question':
      return drawQuestion(view, move);
    case 'confirmation':
      return drawConfirmation(view, move);
    case 'step':
      return html`${drawStep(view, move)}${drawField(view)}`;
    case 'solved':
      return drawSolved(view, move);
    case 'handoff':
      return drawHandoff(view, move);
    case 'with-person':
      return drawWithPerson(view, move);
  }
}

function drawStatus(view: DiagnosisView, { status }: { readonly status: Status }): Html {
  const { lang, register, keeps, posting, words } = view;
  // Where the words go is said before the first one.
  const isOnServer = status === 'greeting' && (keeps === 'server' || posting !== undefined);
  const said = isOnServer ? 'greeting-on-server' : status;
  return html`<p class="now__text">${wordingOf(said, lang, register)}</p>
    ${status === 'greeting' && keeps === 'server' && html`<p class="now__text small soft">${words.sentToModel}</p>`}`;
}

/** Where the place is about one sector, that one is a way to begin without words; the others are not asked about. */
function drawSectors({ words, conversation }: DiagnosisView): Html {
  const sectors = conversation.sector ? [conversation.sector] : SECTORS;
  return html`<div class="areas">
    <p>${words.sectorsLabel}</p>
    <ul class="plain">
      ${sectors.map(
        (sector) =>
          html`<li>
            <button class="area" name="do" value="sector:${sector}">${words.sectors[sector]}</button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function drawQuestion(
  view: DiagnosisView,
  { question, chosen, status }: Extract<Move, { state: 'question' }>,
): Html {
  const { lang, words, register } = view;
  const { sign, why, left } = question;
  const answers = Object.entries(sign.answers).map(
    ([reply, label]) => [`answer:${sign.id}:${reply}`, label[lang]] as const,
  );
  const progress = left === 1 ? words.leftOne : fillIn(words.left, { n: left });
  const how = sign.how?.[lang];
  return html`${status && html`<p class="now__text">${wordingOf(status, lang, register)}</p>`}
    ${drawHeading(sign.ask[lang], html`<p class="now__progress">${progress}</p>`)}
    ${how !== undefined && html`<p class="now__text">${how}</p>`}
    ${drawChoices(answers, chosen === undefined ? undefined : `answer:${sign.id}:${chosen}`)}
    <div class="escapes">
      <button name="do" value="unknown:${sign.id}">${words.dontKnow}</button>
      <button name="do" value="none:${sign.id}">${words.noneOfThese}</button>
    </div>
    <details class="why">
      <summary>${words.whyAsked}</summary>
      <p>${why[lang]}</p>
    </details>
    ${drawField(view)}`;
}

function drawConfirmation(
  view: DiagnosisView,
  { problem, alternatives, why, status }: Extract<Move, { state: 'confirmation' }>,
): Html {
  const { words, lang, register } = view;
  return html`${status && html`<p class="now__text">${wordingOf(status, lang, register)}</p>`}
    ${drawHeading(words.confirmTitle)}
    <p class="offer">
      <a href="${guideAddress(view, problem)}">${titleOf(view, problem)}</a>
    </p>
    <p class="now__text">${why[lang]}</p>
    <p class="outcomes">
      <button class="button" name="do" value="confirm:${problem}">${words.confirmYes}</button>
    </p>
    ${
      alternatives.length > 0 &&
      html`<p class="now__text">${words.confirmOther}</p>
        ${drawChoices(alternatives.map(({ id }) => [`confirm:${id}`, titleOf(view, id)]))}`
    }
    <div class="escapes"><button name="do" value="refuse">${words.noneOfThese}</button></div>
    ${drawField(view)}`;
}
