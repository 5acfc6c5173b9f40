import type { Service } from '../../core/article/browser.ts';
import type { ChannelKey, Move, Packet } from '../../core/assistant/browser.ts';
import { fillIn, html, type Html } from '../markup/browser.ts';
import { drawChannel } from './draw-channel.ts';
import { drawDesk } from './draw-desk.ts';
import type { DiagnosisView } from './view.ts';

/** What a person is told, as the reader has it, and whom it is for where that is known. */
export interface Told extends Packet {
  readonly service?: Service;
}

/** The ways to a person in the order of the move, each with a way on when nobody is there. */
export function drawWays(
  view: DiagnosisView,
  { channels, problem }: Extract<Move, { state: 'handoff' }>,
  told: Told,
): Html {
  const { words } = view;
  const ways = channels.flatMap((channel) => {
    const drawn = WAYS[channel](view, told, problem);
    // Without a desk nothing is drawn for it.
    return drawn.html === '' ? [] : [{ channel, drawn }];
  });
  return html`<ol class="ways plain">
    ${ways.map(
      ({ channel, drawn }) =>
        html`<li>
          <h3>${words.ways[channel]}</h3>
          ${drawn}
          ${
            channel !== 'desk' &&
            html`<p class="escapes">
              <button name="do" value="failed:${channel}">${words.wayFailed[channel]}</button>
            </p>`
          }
        </li>`,
    )}
  </ol>`;
}

type DrawWay = (view: DiagnosisView, told: Told, problem: string | undefined) => Html;

const WAYS: Readonly<Record<ChannelKey, DrawWay>> = {
  desk: drawDesk,
  mail: drawMail,
  phone: drawPhone,
  contacts: drawContacts,
};

function drawMail({ words, lang }: DiagnosisView, { subject, text, service }: Told): Html {
  const address = service?.channels.find(({ kind }) => kind === 'email')?.value[lang] ?? '';
  const mail = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return html`<p>${address === '' ? words.mailNobody : fillIn(words.mailTo, { address })}</p>
    <div class="outcomes"><a class="button" href="${mail}" data-mail>${words.mail}</a></div>`;
}

function drawPhone(view: DiagnosisView, { opening, service }: Told): Html {
  const { words } = view;
  const numbers = service?.channels.filter(({ kind }) => kind === 'phone') ?? [];
  return html`${
      numbers.length > 0
        ? html`<ul class="plain contact-list">
            ${numbers.map((channel) => drawChannel(view, channel))}
          </ul>`
        : html`<p>${service ? words.phoneMissing : words.phoneNobody}</p>`
    }
    <dl class="script">
      <div>
        <dt>${words.sayFirst}</dt>
        <dd data-opening>${opening}</dd>
      </div>
      ${view.packet?.script}
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
    </dl>
    ${view.packet?.print}`;
}

function drawContacts(view: DiagnosisView, { service }: Told): Html {
  const { words } = view;
  if (!service) return html`<p><a href="${words.paths.services}">${words.servicePage}</a></p>`;
  const others = service.channels.filter(({ kind }) => kind !== 'phone');
  const page = html`<a href="${fillIn(words.paths.service, { slug: service.slug })}">${service.name}</a>`;
  if (service.channels.length === 0) {
    return html`<p>
      ${words.serviceMissing}
      <a href="https://${service.officialSite}/" rel="noopener external">${service.officialSite}</a>
    </p>`;
  }
  return html`<ul class="plain contact-list">
      ${others.map((channel) => drawChannel(view, channel))}
    </ul>
    <p class="small">${words.servicePage}: ${page}</p>`;
}
