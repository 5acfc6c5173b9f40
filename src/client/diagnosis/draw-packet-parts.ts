import { findPart, LEAVABLE } from '../../core/assistant/browser.ts';
import { dateAt } from '../../core/ladder/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import { drawLadder } from './draw-ladder.ts';
import type { LadderData, LadderWords } from './ladder-words.ts';
import { packetOf } from './draw-packet-text.ts';
import type { DiagnosisView, PacketDrawings } from './view.ts';

/** What only the end needs: what stands in the packet, the words to read out, and the ladder from today. */
export function drawPacketParts(view: DiagnosisView, data: LadderData, now: Date): PacketDrawings {
  const { text } = packetOf(view);
  return {
    switches: drawSwitches(view, data.words, text),
    script: drawReading(view, data.words, text),
    print: html`<div class="outcomes" data-scripted hidden>
      <button class="button button--quiet" type="button" data-print>${data.words.print[view.lang]}</button>
    </div>`,
    // A server does not know where in Indonesia the reader is.
    ladder: drawLadder(view, data, dateAt(now, 'Asia/Jakarta')),
  };
}

/** Only scripts can carry a change from here to there; without them the page says so. */
function drawSwitches({ lang }: DiagnosisView, words: LadderWords, text: string): Html {
  return html`<fieldset class="leave" data-scripted hidden>
      <legend class="small soft">${words.leave[lang]}</legend>
      ${LEAVABLE.map((part) => {
        const block = findPart(text, lang, part);
        if (block === undefined && part !== 'device') return html``;
        return html`<label>
          <input type="checkbox" data-part="${part}" data-block="${block ?? ''}" autocomplete="off" />
          ${words.parts[part][lang]}
        </label>`;
      })}
    </fieldset>
    <noscript><p class="small soft">${words.byHand[lang]}</p></noscript>`;
}

function drawReading({ lang }: DiagnosisView, words: LadderWords, text: string): Html {
  return html`<div>
    <dt>${words.readOut[lang]}</dt>
    <dd class="script__read" data-read>${text}</dd>
  </div>`;
}
