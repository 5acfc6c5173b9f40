import { wordingOf, type OfferReason, type Status } from '../../core/assistant/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import type { DiagnosisView } from './view.ts';

/** What is said at once, beside the move; and a person, where one is offered, within reach of the words. */
export function drawNotice({ notice, move, lang, register, words }: DiagnosisView): Html {
  const { offersPerson } = move;
  const status = notice ?? (offersPerson && OFFER_STATUS[offersPerson]);
  if (!status) return html``;
  const { otherLanguage } = words;
  return html`<div class="now__notice now__notice--${status}">
    <p data-notice>${wordingOf(status, lang, register)}</p>
    ${
      (status === 'writes-english' || status === 'writes-indonesian') &&
      html`<p>
        <a href="${otherLanguage.path}" lang="${otherLanguage.lang}" hreflang="${otherLanguage.lang}"
          >${otherLanguage.text}</a
        >
      </p>`
    }
    ${offersPerson && html`<p class="escapes"><button name="do" value="person">${words.person}</button></p>`}
  </div>`;
}

const OFFER_STATUS: Readonly<Record<OfferReason, Status>> = {
  'vague-wish': 'offer-person',
  anger: 'offer-for-anger',
  'said-again': 'said-again',
  distress: 'offer-for-distress',
  vulnerable: 'offer-for-help',
};
