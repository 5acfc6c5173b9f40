import { channelHref, type Channel } from '../../core/article/browser.ts';
import { html, type Html } from './html.ts';
import type { DiagnosisView } from './view.ts';
import { fillIn } from './words.ts';

/** One official way to reach a service, with the page that says so and the day on which it was checked. */
export function drawChannel({ words, lang }: DiagnosisView, channel: Channel): Html {
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
