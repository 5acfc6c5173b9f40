import { SECTORS } from '../../core/article/browser.ts';
import { LONGEST_MESSAGE, otherParts, wordingOf, type Move } from '../../core/assistant/browser.ts';
import { drawHeading } from './draw-heading.ts';
import { drawHandoff } from './draw-handoff.ts';
import { drawStep } from './draw-step.ts';
import { html, type Html } from './html.ts';
import { guideAddress, titleOf, type DiagnosisView } from './view.ts';
import { fillIn } from './words.ts';

/** The move itself: its heading, what it says, and everything that the reader can do about it. */
export function drawMove(view: DiagnosisView): Html {
  const { move } = view;
  switch (move.state) {
    case 'greeting':
      return html`${drawHeading(view.words.question)}${drawStatus(view, move)}${drawField(view)}${drawSectors(view)}`;
    case 'understanding':
      return html`${drawHeading(view.words.question)}${drawStatus(view, move)}${drawField(view)}${drawSectors(view)}`;
    case 'urgent':
      return drawUrgent(view);
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
      return drawSolved(view, move.problem);
    case 'handoff':
      return drawHandoff(view, move);
    case 'with-person':
      return drawHeading(wordingOf(move.status, view.lang, view.register));
  }
}

/** Answers as buttons over the whole width, one below the other. */
function drawChoices(choices: readonly (readonly [choice: string, text: string])[], chosen?: string): Html {
  return html`<ul class="choices plain">
    ${choices.map(
      ([choice, text]) =>
        html`<li>
          <button class="choice" name="do" value="${choice}" ${choice === chosen && CURRENT}>${text}</button>
        </li>`,
    )}
  </ul>`;
}

const CURRENT = html`aria-current="true"`;

function drawStatus({ lang, register }: DiagnosisView, move: Extract<Move, { status: unknown }>): Html {
  return html`<p class="now__text">${wordingOf(move.status, lang, register)}</p>`;
}

function drawField({ words, move, draft = '', carried }: DiagnosisView): Html {
  const isFirst = move.state === 'greeting' || move.state === 'understanding';
  return html`<div class="${isFirst ? 'tell tell--first' : 'tell'}">
    <label for="tell" class="${isFirst && 'visually-hidden'}"
      >${isFirst ? words.fieldLabel : words.fieldAgain}</label
    >
    <div class="tell__row">
      <textarea
        id="tell"
        name="q"
        rows="${isFirst ? 3 : 1}"
        placeholder="${isFirst && words.placeholder}"
        autocomplete="off"
        autocapitalize="none"
        ${carried !== undefined && html`maxlength="${LONGEST_MESSAGE}"`}
      >
${draft}</textarea>
      <button class="${isFirst ? 'button' : 'button button--quiet'}" name="do" value="say">
        ${words.send}
      </button>
    </div>
  </div>`;
}

function drawSectors({ words }: DiagnosisView): Html {
  return html`<div class="areas">
    <p>${words.sectorsLabel}</p>
    <ul class="plain">
      ${SECTORS.map(
        (sector) =>
          html`<li>
            <button class="area" name="do" value="sector:${sector}">${words.sectors[sector]}</button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function drawUrgent({ words, lang, register }: DiagnosisView): Html {
  return html`<p class="now__text now__alarm">${wordingOf('urgent', lang, register)}</p>
    ${drawHeading(words.urgentAction)}
    <p class="now__text">${words.urgentDetail}</p>
    <div class="outcomes">
      <a class="button" href="${words.paths.urgent}">${words.urgentOpen}</a>
      <button class="button button--quiet" name="do" value="safe">${words.urgentDone}</button>
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

function drawSolved(view: DiagnosisView, problem: string): Html {
  const { words, lang, register } = view;
  const others = otherParts(view.conversation);
  return html`${drawHeading(wordingOf('solved', lang, register))}
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
      <li><a href="${guideAddress(view, problem, 'prevention')}">${words.prevention}</a></li>
      <li><a href="${words.paths.diagnosis}" data-anew>${words.another}</a></li>
    </ul>`;
}
