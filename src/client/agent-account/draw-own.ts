import { renderSVG } from 'uqr';
import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import { fillIn, html, type Html } from '../markup/browser.ts';
import { drawField, drawForm, drawHidden } from './draw-parts.ts';
import type { ManageState } from './manage-state.ts';
import { nameDevice } from './name-device.ts';
import type { AccountWords } from './words.ts';

/** Each in its own words, so that whoever wants it knows it. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { id: 'Bahasa Indonesia', en: 'English' };
const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** A moment in the words of a language. */
export function sayMoment(at: string, lang: Language): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** One's own password, second step, mail and sessions. */
export function drawOwn(state: ManageState, words: AccountWords, lang: Language): Html {
  const t = words.own;
  return html`<section class="block" aria-labelledby="langkah-kedua">
      <h2 id="langkah-kedua">${t.stepTitle}</h2>
      ${drawStep(state, words)}
    </section>
    <section class="block" aria-labelledby="kata-sandi">
      <h2 id="kata-sandi">${t.passwordTitle}</h2>
      ${
        state.hasPassword
          ? html`<p class="soft">${t.passwordText}</p>
              ${drawForm(
                'change',
                t.change,
                html`${drawField({ id: 'current', name: 'current', label: t.current, type: 'password', autocomplete: 'current-password', most: 128 })}
                ${drawField({ id: 'next', name: 'next', label: t.next, type: 'password', autocomplete: 'new-password', hint: t.nextHint, least: 12, most: 128 })}`,
                { isQuiet: true },
              )}`
          : html`<p>${t.passwordNone}</p>`
      }
    </section>
    ${state.mail && drawMail(state.mail, words)}
    <section class="block" aria-labelledby="perangkat">
      <h2 id="perangkat">${t.sessionsTitle}</h2>
      <p class="soft">${t.sessionsText}</p>
      <ul class="account__list">
        ${state.sessions.map(
          (one) =>
            html`<li>
              <span
                >${nameDevice(one.device) ?? t.unknownDevice},
                ${fillIn(t.since, { time: sayMoment(one.since, lang) })}</span
              >
              ${one.isThis ? html`<b>${t.thisOne}</b>` : drawForm('end-session', t.endOne, drawHidden('id', one.id), { isQuiet: true, className: 'account__line' })}
            </li>`,
        )}
      </ul>
      ${state.sessions.length > 1 && drawForm('end-others', t.endOthers, html``, { isQuiet: true })}
    </section>`;
}

function drawMail({ deadlines, lang }: NonNullable<ManageState['mail']>, words: AccountWords): Html {
  const t = words.own;
  const option = (value: string, name: string, isChosen: boolean) =>
    html`<option value="${value}" ${isChosen && html`selected`}>${name}</option>`;
  return html`<section class="block" aria-labelledby="email">
    <h2 id="email">${t.mailTitle}</h2>
    <p class="soft">${t.mailText}</p>
    ${drawForm(
      'mail',
      t.mailSave,
      html`<label class="account__tick">
          <input
            id="mail-deadlines"
            type="checkbox"
            name="deadlines"
            value="yes"
            ${deadlines && html`checked`}
          />
          ${t.mailDeadlines}
        </label>
        <div class="field">
          <label for="mail-lang">${t.mailLang}</label>
          <select id="mail-lang" name="lang">
            ${option('', t.mailBoth, lang === null)}
            ${LANGUAGES.map((one) => option(one, LANGUAGE_NAMES[one], one === lang))}
          </select>
        </div>`,
      { isQuiet: true },
    )}
  </section>`;
}

function drawStep(state: ManageState, words: AccountWords): Html {
  const t = words.own;
  if (state.codes) return drawCodes(state.codes, words);
  if (!state.hasPassword) return html`<p>${t.stepNoPassword}</p>`;
  if (state.setup) return drawSetup(state.setup, words);
  const password = (id: string) =>
    drawField({
      id,
      name: 'password',
      label: t.current,
      type: 'password',
      autocomplete: 'current-password',
      most: 128,
    });
  if (!state.hasTwoFactor) {
    return html`<p>${t.stepOff}</p>
      ${drawForm('begin', t.begin, password('begin-password'))}`;
  }
  return html`<p>${t.stepOn}</p>
    <details>
      <summary>${t.newCodes}</summary>
      ${drawForm('codes', t.newCodes, password('codes-password'), { isQuiet: true })}
    </details>
    <details>
      <summary>${t.end}</summary>
      ${drawForm('end-step', t.end, password('end-password'), { isQuiet: true })}
    </details>`;
}

function drawSetup({ uri }: NonNullable<ManageState['setup']>, words: AccountWords): Html {
  const t = words.own;
  const secret = URL.canParse(uri) ? (new URL(uri).searchParams.get('secret') ?? '') : '';
  // Drawn from the address alone, on this device; the library escapes nothing because there is no text in it.
  const image: Html = { html: renderSVG(uri, { border: 2 }) };
  return html`<p>${t.scan}</p>
    <div class="account__qr" role="img" aria-label="${t.qrLabel}">${image}</div>
    <p class="soft small">${t.typeInstead} <code class="account__key">${inFours(secret)}</code></p>
    ${drawForm(
      'finish',
      t.finish,
      drawField({
        id: 'phone-code',
        name: 'code',
        label: t.phoneCode,
        autocomplete: 'one-time-code',
        isNumeric: true,
        most: 10,
        hasFocus: true,
      }),
    )}`;
}

/** As it is read aloud and typed. */
function inFours(key: string): string {
  return key.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

function drawCodes(codes: readonly string[], words: AccountWords): Html {
  const t = words.own;
  return html`<h3 tabindex="-1" data-focus>${t.codesTitle}</h3>
    <p>${t.codesText}</p>
    <ul class="account__codes numbers">
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ul>
    ${drawForm('kept', t.codesKept, html``)}`;
}
