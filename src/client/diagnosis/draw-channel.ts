import { channelHref, type Channel, type Language } from '../../core/article/browser.ts';
import { fillIn, html, type Html } from '../markup/browser.ts';
import type { DiagnosisView } from './view.ts';

/** One way to reach a service in a line: what it is, and the page that says so. */
export function drawQuickChannel({ words, lang }: DiagnosisView, channel: Channel): Html {
  const { kind, source, strength } = channel;
  return html`<li>
    <span class="soft small">${words.channelKinds[kind]}</span>
    <b>${drawValue(channel, lang)}</b>
    <a class="small" href="${source}" rel="noopener external"
      >(${strength === 'O' ? words.official : words.press})</a
    >
  </li>`;
}

/** One official way to reach a service, with the page that says so and the day on which it was checked. */
export function drawChannel({ words, lang }: DiagnosisView, channel: Channel): Html {
  const { kind, note, hours, source, strength, checked } = channel;
  const date = new Intl.DateTimeFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(checked));
  return html`<li>
    <span class="soft small">${words.channelKinds[kind]}${note && ` · ${note[lang]}`}</span>
    <b>${drawValue(channel, lang)}</b>
    <span class="soft small"
      >${hours && `${hours[lang]}. `}<a href="${source}" rel="noopener external"
        >${new URL(source).hostname.replace(/^www\./, '')}</a
      >
      (${strength === 'O' ? words.official : words.press}), ${fillIn(words.checked, { date })}</span
    >
  </li>`;
}

function drawValue(channel: Channel, lang: Language): Html {
  const href = channelHref(channel, lang);
  const text = channel.value[lang].replaceAll(/^https:\/\/(www\.)?|\/$/g, '');
  return href === undefined ? html`${text}` : html`<a href="${href}">${text}</a>`;
}
