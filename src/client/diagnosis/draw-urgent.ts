import { writeChronology, wordingOf, type Move } from '../../core/assistant/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import { drawQuickChannel } from './draw-channel.ts';
import { drawCopied } from './draw-copied.ts';
import { drawHeading } from './draw-heading.ts';
import type { DiagnosisView } from './view.ts';

/** Danger comes first: what to do now, what to keep as proof, and a chronology to hand in. */
export function drawUrgent(view: DiagnosisView, move: Extract<Move, { state: 'urgent' }>): Html {
  if (!move.isAboutLife) return drawMoney(view, drawHeading(view.words.urgentAction));
  const { words } = view;
  const life = drawLife(view, move);
  return move.isAboutMoney ? html`${life}${drawMoney(view, html`<h3>${words.urgentMoneyToo}</h3>`)}` : life;
}

function drawMoney(view: DiagnosisView, heading: Html): Html {
  const { words, lang, register, services = [] } = view;
  return html`<p class="now__text now__alarm">${wordingOf('urgent', lang, register)}</p>
    ${heading}
    <p class="now__text">${words.urgentDetail}</p>
    <div class="outcomes">
      <a class="button" href="${words.paths.urgent}">${words.urgentOpen}</a>
      <button class="button button--quiet" name="do" value="safe">${words.urgentDone}</button>
    </div>
    <ol class="urgent-steps">
      ${words.urgentSteps.map(
        ({ action, services: wanted }) =>
          html`<li>
            <b>${action}</b>
            ${services
              .filter(({ slug }) => wanted.includes(slug))
              .map(
                ({ name, channels }) =>
                  html`<p class="small">${name}</p>
                    <ul class="plain contact-list">
                      ${channels.filter(({ kind }) => QUICK.has(kind)).map((channel) => drawQuickChannel(view, channel))}
                    </ul>`,
              )}
          </li>`,
      )}
    </ol>
    <fieldset class="evidence">
      <legend>${words.evidenceTitle}</legend>
      ${words.evidence.map(
        (one, place) =>
          html`<label for="evidence-${place}"
            ><input type="checkbox" id="evidence-${place}" /> ${one}</label
          >`,
      )}
    </fieldset>
    ${drawCopied(view, {
      kind: 'chronology',
      label: words.chronologyLabel,
      copy: words.chronologyCopy,
      text: draftChronology(view),
    })}`;
}

/** The ways that work within minutes. */
const QUICK: ReadonlySet<string> = new Set(['phone', 'whatsapp', 'form']);

/** Where a life is in danger, nothing else stands in the way of what is said; then a person, and the police. */
function drawLife(
  { words, lang, register }: DiagnosisView,
  { status }: Extract<Move, { state: 'urgent' }>,
): Html {
  const [first = '', ...others] = wordingOf(status, lang, register).split(/(?<=\.) /);
  return html`${drawHeading(first)}
    <p class="now__text">${others.join(' ')}</p>
    <div class="outcomes">
      <button class="button" name="do" value="person">${words.person}</button>
      <a class="button button--quiet" href="${words.paths.urgent}">${words.urgentOpen}</a>
    </div>
    <p class="escapes"><button name="do" value="safe">${words.urgentDone}</button></p>`;
}

/** The reader's words in the place where whoever takes the report looks for them; the rest is theirs to fill in. */
function draftChronology({ words, model, conversation, lang, steps }: DiagnosisView): string {
  const actionOf = (problem: string, step: string) =>
    steps.get(problem)?.find(({ key }) => key === step)?.action ?? '';
  const events = writeChronology(model, conversation, { lang, actionOf });
  const [when = '', what = '', ...others] = words.chronology;
  return [`${when}: `, `${what}:\n${events}`, ...others.map((label) => `${label}: `)].join('\n');
}
