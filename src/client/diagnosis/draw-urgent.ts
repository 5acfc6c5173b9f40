import { saidTexts, wordingOf } from '../../core/assistant/browser.ts';
import { drawQuickChannel } from './draw-channel.ts';
import { drawCopied } from './draw-copied.ts';
import { drawHeading } from './draw-heading.ts';
import { html, type Html } from './html.ts';
import type { DiagnosisView } from './view.ts';

/** Danger comes first: what to do now, what to keep as proof, and a chronology to hand in. */
export function drawUrgent(view: DiagnosisView): Html {
  const { words, lang, register, services = [] } = view;
  return html`<p class="now__text now__alarm">${wordingOf('urgent', lang, register)}</p>
    ${drawHeading(words.urgentAction)}
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
      text: writeChronology(view),
    })}`;
}

/** The ways that work within minutes. */
const QUICK: ReadonlySet<string> = new Set(['phone', 'whatsapp', 'form']);

/** The reader's words in the place where whoever takes the report looks for them; the rest is theirs to fill in. */
function writeChronology({ words, conversation }: DiagnosisView): string {
  const said = saidTexts(conversation).map((text) => text.replaceAll(/\s+/g, ' '));
  const [when = '', what = '', ...others] = words.chronology;
  return [`${when}: `, `${what}: ${said.join(' / ')}`, ...others.map((label) => `${label}: `)].join('\n');
}
