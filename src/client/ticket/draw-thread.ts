import type { TicketViewAttachment, TicketViewGuide, TicketViewMessage } from '../../core/ticket/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import { writeMoment } from '../sending/browser.ts';
import { drawText, guidePathIn, ownPath } from './draw-text.ts';
import { writeSize } from './write-size.ts';
import type { TicketPageView } from './ticket-page-view.ts';

/** All that was written, oldest first, with the guides that agents sent. */
export function drawThread(page: TicketPageView): Html {
  return html`<ol class="thread plain">
    ${page.view.messages.map((message) => drawMessage(page, message))}
  </ol>`;
}

function drawMessage(page: TicketPageView, message: TicketViewMessage): Html {
  const { words, lang, origin } = page;
  const { from, at, text, guides, attachments } = message;
  return html`<li class="message message--${from}">
    <p class="message__head">
      <b>${nameWriter(page, message)}</b>
      <time class="soft small" datetime="${at}">${writeMoment(at, lang, 'medium')}</time>
    </p>
    ${text !== '' && drawText(text, origin)} ${guides.map((guide) => drawGuide(page, guide))}
    ${
      attachments.length > 0 &&
      html`<ul class="plain files" aria-label="${words.files}">
        ${attachments.map((file) => drawFile(page, file))}
      </ul>`
    }
  </li>`;
}

function nameWriter({ words }: TicketPageView, { from, author }: TicketViewMessage): string {
  if (from === 'reader') return words.you;
  if (from === 'system') return words.pandu;
  return author === undefined || author === '' ? words.agent : `${author}, ${words.agent}`;
}

/** A guide that was sent, and whether it helped: the reader says so once, and may change their mind. */
function drawGuide(page: TicketPageView, { id, title, url, solved }: TicketViewGuide): Html {
  const { words, origin, path } = page;
  const address = guidePathIn(url, origin);
  return html`<div class="sent-guide">
    <p>${address === undefined ? title : html`<a href="${address}">${title}</a>`}</p>
    ${
      solved === undefined
        ? html`<form method="post" action="${path}" class="sent-guide__ask" data-judge>
            <input type="hidden" name="do" value="judge" />
            <input type="hidden" name="guide" value="${id}" />
            <button class="button button--quiet" name="solved" value="true">${words.guideSolved}</button>
            <button class="button button--quiet" name="solved" value="false">${words.guideFailed}</button>
          </form>`
        : html`<p class="soft small">${solved ? words.saidSolved : words.saidFailed}</p>`
    }
  </div>`;
}

/** Only what the site itself keeps is led to. */
function drawFile({ origin, lang }: TicketPageView, { name, bytes, url }: TicketViewAttachment): Html {
  const path = ownPath(url, origin);
  const shown = html`${name} <span class="soft small">${writeSize(bytes, lang)}</span>`;
  return path === undefined ? html`<li>${shown}</li>` : html`<li><a href="${path}">${shown}</a></li>`;
}
