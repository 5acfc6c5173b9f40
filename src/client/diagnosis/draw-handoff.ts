import { SECTORS, channelHref, type Channel, type Service } from '../../core/article/browser.ts';
import { wordingOf, writePacket, type Move, type Packet } from '../../core/assistant/browser.ts';
import { drawHeading } from './draw-heading.ts';
import { html, type Html } from './html.ts';
import { guideAddress, titleOf, type DiagnosisView } from './view.ts';
import { fillIn } from './words.ts';

/** The packet for a person: why now, the summary, what to say, and whom to reach. */
export function drawHandoff(view: DiagnosisView, move: Extract<Move, { state: 'handoff' }>): Html {
  const { words, lang, register, conversation, services = [] } = view;
  const service = services.find(({ slug }) => slug === conversation.service);
  const packet = writePacket(view.model, conversation, {
    lang,
    ...(service && { service: service.name }),
    actionOf: (problem, step) => view.steps.get(problem)?.find(({ key }) => key === step)?.action ?? '',
  });
  return html`${drawHeading(words.handoffTitle)}
    <p class="now__text">${wordingOf(move.status, lang, register)}</p>
    ${drawSummary(view, packet)}${drawService(view, service)}${drawPhone(view, packet)}
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

function drawSummary({ words, summary }: DiagnosisView, { subject, text: written }: Packet): Html {
  const text = summary ?? written;
  const lines = text.split('\n').length;
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return html`<div class="summary">
    <label for="summary">${words.summaryLabel}</label>
    <textarea id="summary" rows="${Math.min(MOST_LINES, lines + 2)}" data-summary>${text}</textarea>
    <div class="outcomes">
      <button class="button" type="button" data-copy hidden>${words.copy}</button>
      <a class="button button--quiet" href="${mail}" data-mail data-subject="${subject}">${words.mail}</a>
    </div>
    <p class="small soft" role="status" data-copy-note></p>
  </div>`;
}

const MOST_LINES = 18;

function drawPhone({ words }: DiagnosisView, { opening }: Packet): Html {
  return html`<h3>${words.phoneTitle}</h3>
    <dl class="script">
      <div>
        <dt>${words.sayFirst}</dt>
        <dd>${opening}</dd>
      </div>
      <div>
        <dt>${words.haveReady}</dt>
        <dd>
          <ul>
            ${words.ready.map((one) => html`<li>${one}</li>`)}
          </ul>
        </dd>
      </div>
      <div class="script__never">
        <dt>${words.neverTell}</dt>
        <dd>${words.never}</dd>
      </div>
    </dl>`;
}

function drawService(view: DiagnosisView, service: Service | undefined): Html {
  const { words, services } = view;
  const directory = html`<a href="${words.paths.services}">${words.servicePage}</a>`;
  if (!services) {
    return html`<h3>${words.serviceTitle}</h3>
      <p>${words.directoryFailed} ${directory}</p>`;
  }
  return html`<h3>${words.serviceTitle}</h3>
    <div class="service-choice">
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
    </div>
    ${service && drawChannels(view, service)}`;
}

const SELECTED = html`selected`;

function drawChannels({ words, lang }: DiagnosisView, { slug, name, channels, officialSite }: Service): Html {
  const page = html`<a href="${fillIn(words.paths.service, { slug })}">${name}</a>`;
  if (channels.length === 0) {
    return html`<p>
      ${words.serviceMissing}
      <a href="https://${officialSite}/" rel="noopener external">${officialSite}</a>
    </p>`;
  }
  return html`<ul class="plain contact-list">
      ${channels.map((channel) => drawChannel(channel, words, lang))}
    </ul>
    <p class="small">${words.servicePage}: ${page}</p>`;
}

function drawChannel(channel: Channel, words: DiagnosisView['words'], lang: DiagnosisView['lang']): Html {
  const { kind, value, note, hours, source, strength, checked } = channel;
  const href = channelHref(channel, lang);
  const text = value[lang].replaceAll(/^https:\/\/(www\.)?|\/$/g, '');
  const date = new Intl.DateTimeFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(checked));
  return html`<li>
    <span class="soft small">${words.channelKinds[kind]}${note && ` · ${note[lang]}`}</span>
    <b>${href === undefined ? text : html`<a href="${href}">${text}</a>`}</b>
    <span class="soft small"
      >${hours && `${hours[lang]}. `}<a href="${source}" rel="noopener external"
        >${new URL(source).hostname.replace(/^www\./, '')}</a
      >
      (${strength === 'O' ? words.official : words.press}), ${fillIn(words.checked, { date })}</span
    >
  </li>`;
}
