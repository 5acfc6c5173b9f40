import { answeredSigns } from '../../core/assistant/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import { guideAddress, titleOf, type DiagnosisView } from './view.ts';

/** What the reader has told so far, as stations of the path that bends into the present. */
export function drawTrail(view: DiagnosisView): Html {
  // The packet tells the rest.
  const isOver = view.move.state === 'handoff';
  const stations = [
    ...drawStart(view),
    ...drawSaid(view),
    ...(isOver ? [] : [...drawAnswers(view), ...drawSteps(view)]),
  ];
  if (stations.length === 0) return html``;
  return html`<section class="trail" aria-label="${view.words.told}">
    <ol class="plain">
      ${stations.map((station) => html`<li>${station}</li>`)}
    </ol>
  </section>`;
}

function drawStart(view: DiagnosisView): Html[] {
  const { article } = view.conversation;
  const title = article === undefined ? '' : titleOf(view, article);
  if (article === undefined || title === '') return [];
  return [
    html`<span class="trail__ask">${view.words.fromGuide}</span>
      <a href="${guideAddress(view, article)}">${title}</a>${drawTicked(view, article)}`,
  ];
}

/** The steps that were ticked in the guide, as far as their text is at hand. */
function drawTicked({ conversation: { tried = [] }, steps, words }: DiagnosisView, article: string): Html {
  const actions = steps.get(article)?.filter(({ key }) => tried.includes(key)) ?? [];
  if (actions.length === 0) return html``;
  return html`<p class="trail__ask">${words.triedThere}</p>
    <ul class="trail__ticked">
      ${actions.map(({ action }) => html`<li>${action}</li>`)}
    </ul>`;
}

function drawSaid({ conversation, words }: DiagnosisView): Html[] {
  return conversation.turns.flatMap((turn) => {
    if (turn.kind === 'sector') return [html`${words.sectors[turn.sector]}`];
    if (turn.kind !== 'said') return [];
    return [
      html`<span class="trail__ask">${words.you}</span> <span class="trail__said">“${turn.text}”</span>`,
    ];
  });
}

function drawAnswers({ model, conversation, words, lang, move }: DiagnosisView): Html[] {
  const isOver = move.state === 'solved';
  return answeredSigns(model, conversation).map(
    ({ sign, reply }) =>
      html`<span class="trail__ask">${sign.ask[lang]}</span>
        <span class="trail__answer"
          ><b>${reply === null ? words.unknownAnswer : (sign.answers[reply]?.[lang] ?? '')}</b> ${
            !isOver &&
            html`<button
              class="trail__change"
              name="do"
              value="change:${sign.id}"
              aria-label="${words.change}: ${sign.ask[lang]}"
            >
              ${words.change}
            </button>`
          }</span
        >`,
  );
}

function drawSteps(view: DiagnosisView): Html[] {
  const { words, conversation, move } = view;
  const problem = move.state === 'step' || move.state === 'solved' ? move.problem : undefined;
  if (problem === undefined) return [];
  const chosen = html`<a href="${guideAddress(view, problem)}"><b>${titleOf(view, problem)}</b></a>`;
  const tried = conversation.turns.flatMap((turn) => {
    if (turn.kind !== 'tried') return [];
    const action = view.steps.get(problem)?.find(({ key }) => key === turn.step)?.action ?? turn.step;
    return [html`${action} <span class="trail__ask">${words.results[turn.result]}</span>`];
  });
  return [chosen, ...tried];
}
