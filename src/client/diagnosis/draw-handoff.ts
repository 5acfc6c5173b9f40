import { SECTORS, type Service } from '../../core/article/browser.ts';
import { wordingOf, writeOpening, writeSubject, type Move } from '../../core/assistant/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import { drawCopied } from './draw-copied.ts';
import { DESK_FORM } from './draw-desk.ts';
import { drawHeading } from './draw-heading.ts';
import { packetOf } from './draw-packet-text.ts';
import { drawWays } from './draw-ways.ts';
import { guideAddress, titleOf, type DiagnosisView } from './view.ts';

/** The packet for a person: why now, the summary, and the ways to somebody, the best first. */
export function drawHandoff(view: DiagnosisView, move: Extract<Move, { state: 'handoff' }>): Html {
  const { words, lang, register, conversation, services = [], edited } = view;
  const service = services.find(({ slug }) => slug === conversation.service);
  const written = packetOf(view);
  const text = edited?.packet ?? written.text;
  const told = { subject: writeSubject(text, lang), text, opening: writeOpening(text, lang) };
  const { switches, ladder } = view.packet ?? {};
  return html`${drawHeading(words.handoffTitle)}
    <p class="now__text">${wordingOf(move.status, lang, register)}</p>
    <reader-packet data-lang="${lang}">
      ${drawCopied(view, { kind: 'packet', label: words.summaryLabel, copy: words.copy, text: written.text, ...(view.desk && { sentBy: DESK_FORM }) })}
      ${switches} ${drawServiceChoice(view, service)}
      ${drawWays(view, move, { ...told, ...(service && { service }) })} ${ladder}
    </reader-packet>
    ${
      move.nearest.length > 0 &&
      html`<h3>${words.nearest}</h3>
        <ul class="plain links">
          ${move.nearest.map(
            ({ id }) => html`<li><a href="${guideAddress(view, id)}">${titleOf(view, id)}</a></li>`,
          )}
        </ul>`
    }
    ${
      !move.isOffered &&
      html`<p class="escapes"><button name="do" value="resume">${words.resume}</button></p>`
    }`;
}

function drawServiceChoice({ words, services }: DiagnosisView, service: Service | undefined): Html {
  if (!services) {
    return html`<p class="now__text">
      ${words.directoryFailed} <a href="${words.paths.services}">${words.servicePage}</a>
    </p>`;
  }
  return html`<div class="service-choice">
    <label for="service">${words.serviceLabel}</label>
    <div class="tell__row">
      <select id="service" name="service">
        <option value="">${words.serviceNone}</option>
        ${SECTORS.map(
          (sector) =>
            html`<optgroup label="${words.sectors[sector]}">
              ${services
                .filter((one) => one.sector === sector)
                .map(
                  ({ slug, name }) =>
                    html`<option value="${slug}" ${slug === service?.slug && SELECTED}>${name}</option>`,
                )}
            </optgroup>`,
        )}
      </select>
      <button class="button button--quiet" name="do" value="service">${words.serviceShow}</button>
    </div>
  </div>`;
}

const SELECTED = html`selected`;
