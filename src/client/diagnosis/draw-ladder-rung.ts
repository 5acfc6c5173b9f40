import type { Source } from '../../core/article/browser.ts';
import type { DatedDeadline, Deadline, Rung } from '../../core/ladder/browser.ts';
import { fillIn, html, type Html } from '../markup/browser.ts';
import { writeDate, writeLimit } from './calendar-text.ts';
import { drawChannel } from './draw-channel.ts';
import type { LadderWords } from './ladder-words.ts';
import type { DiagnosisView } from './view.ts';

/** One who has to answer: by when, what to have ready, and how to reach them. */
export function drawRung(
  view: DiagnosisView,
  words: LadderWords,
  rung: Rung,
  dates: readonly DatedDeadline[],
): Html {
  const { lang } = view;
  const { who, when, deadlines, bring, source } = rung;
  const isNamedAlone = source && !deadlines.some((deadline) => deadline.source.slug === source.slug);
  return html`<li class="rung">
    <p><b>${who[lang]}</b></p>
    ${when && html`<p>${when[lang]}</p>`}
    ${
      deadlines.length === 0
        ? html`<p class="soft small">${words.none[lang]}</p>`
        : html`<ul class="plain">
            ${deadlines.map((deadline) => {
              const dated = dates.find(({ rung: of, key }) => of === rung.key && key === deadline.key);
              return drawDeadline(view, words, deadline, dated);
            })}
          </ul>`
    }
    <p class="small">${words.bring[lang]} ${bring.map((one) => one[lang]).join('; ')}.</p>
    ${drawReach(view, words, rung)}
    ${isNamedAlone && html`<p class="small soft">${drawSource(view, words, source)}</p>`}
  </li>`;
}

function drawDeadline(
  view: DiagnosisView,
  words: LadderWords,
  deadline: Deadline,
  dated: DatedDeadline | undefined,
): Html {
  const { lang } = view;
  const { what, extension, source } = deadline;
  return html`<li class="due">
    ${what[lang]}${
      dated &&
      html`:
        <strong data-by
          >${drawDay(words.by[lang], `due:${dated.rung}.${dated.key}`, dated.due, lang)}</strong
        >`
    }
    <span class="small soft">
      (${writeLimit(deadline, words, lang)}).
      ${
        extension &&
        html`${fillIn(words.extension[lang], {
          amount: extension.amount,
          unit: words.units[extension.unit][lang],
          if: extension.if[lang],
        })}
        ${dated?.latest !== undefined && drawDay(words.by[lang], `latest:${dated.rung}.${dated.key}`, dated.latest, lang)}.`
      }
      ${drawSource(view, words, source)}
    </span>
  </li>`;
}

function drawDay(text: string, name: string, date: string, lang: DiagnosisView['lang']): Html {
  const [before = '', after = ''] = text.split('{date}');
  return html`${before}<time data-day="${name}" datetime="${date}">${writeDate(date, lang)}</time>${after}`;
}

function drawReach(view: DiagnosisView, words: LadderWords, { role, services }: Rung): Html {
  const { lang } = view;
  if (services.length === 0) {
    const isChosen = view.conversation.service !== undefined;
    return html`${role === 'operator' && html`<p class="small">${words[isChosen ? 'above' : 'pick'][lang]}</p>`}`;
  }
  const known = (view.services ?? []).filter(({ slug }) => services.includes(slug));
  return html`${known.map(
    ({ slug, name, channels }) =>
      html`<ul class="plain contact-list">
          ${channels.slice(0, MOST_CHANNELS).map((channel) => drawChannel(view, channel))}
        </ul>
        <p class="small">
          ${view.words.servicePage}: <a href="${fillIn(view.words.paths.service, { slug })}">${name}</a>
        </p>`,
  )}`;
}

const MOST_CHANNELS = 3;

function drawSource(
  view: DiagnosisView,
  words: LadderWords,
  { title, publisher, url, strength }: Source,
): Html {
  const { lang } = view;
  return html`${words.source[lang]}:
    <a href="${url}" rel="noopener external">${publisher ?? title[lang]}</a>
    (${strength === 'O' ? view.words.official : view.words.press})`;
}
