import { wordingOf, type Move } from '../../core/assistant/browser.ts';
import { fillIn, html, type Html } from '../markup/browser.ts';
import { drawHeading } from './draw-heading.ts';
import { guideAddress, titleOf, type DiagnosisView } from './view.ts';

/** One step of a guide, with the ways that it can end. */
export function drawStep(
  view: DiagnosisView,
  { problem, choice, number, of, status }: Extract<Move, { state: 'step' }>,
): Html {
  const { words, lang, register } = view;
  const { key, minutes, risk } = choice.step;
  const text = view.steps.get(problem)?.find((step) => step.key === key);
  const time =
    minutes < 1 ? words.lessThanMinute : fillIn(words.minutes, { n: minutes.toLocaleString(lang) });
  const place = fillIn(words.stepNow, { n: number, total: of });
  return html`${status && html`<p class="now__text">${wordingOf(status, lang, register)}</p>`}
    <div class="${risk ? 'try danger' : 'try'}">
      ${risk && html`<p class="step__danger">${words.danger}</p>`}
      ${drawHeading(text?.action ?? titleOf(view, problem), html`<p class="now__progress numbers">${place}, ${time}</p>`)}
      ${choice.condition === 'unknown' && html`<p class="now__text">${choice.why[lang]}</p>`}
      ${(text?.detail ?? words.stepMissing)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => html`<p>${line}</p>`)}
      <p class="try__guide"><a href="${guideAddress(view, problem, key)}">${words.stepInGuide}</a></p>
    </div>
    <div class="outcomes">
      <button class="button" name="do" value="step:${key}:solved">${words.worked}</button>
      <button class="button button--quiet" name="do" value="step:${key}:failed">${words.failed}</button>
      <button class="button button--quiet" name="do" value="step:${key}:skipped">${words.cannot}</button>
    </div>`;
}
