import { findPart, LEAVABLE, type LeavablePart } from '../../core/assistant/browser.ts';
import type { Language } from '../../core/article/browser.ts';
import { html, type Html } from '../markup/browser.ts';
import type { DeskSettings } from './desk-settings.ts';
import { packetOf } from './draw-packet-text.ts';
import type { Told } from './draw-ways.ts';
import type { DiagnosisView } from './view.ts';

/** The form that takes the packet to the page for writing to an agent; it stands beside the one of the conversation. */
export const DESK_FORM = 'desk-form';

/** What the element that sends is told, as JSON in an attribute. */
export interface DeskOrder {
  readonly lang: Language;
  readonly desk: DeskSettings;
  readonly problem?: string;
  /** The server keeps the conversation, and the packet has these parts of it. */
  readonly parts?: readonly LeavablePart[];
}

/** The way to an agent: what is sent, a mailbox for the answer if the reader likes, and one press. */
export function drawDesk(view: DiagnosisView, { subject, service }: Told, problem: string | undefined): Html {
  const { desk, lang } = view;
  if (!desk) return html``;
  const { words } = desk;
  const written = packetOf(view).text;
  const isKept = view.keeps === 'server';
  const order: DeskOrder = {
    lang,
    desk,
    ...(problem !== undefined && { problem }),
    ...(isKept && { parts: LEAVABLE.filter((part) => findPart(written, lang, part) !== undefined) }),
  };
  return html`<reader-desk data-order="${JSON.stringify(order)}">
    <p data-what>${words.exactly}</p>
    ${hidden('subject', subject)} ${hidden('problem', problem ?? '')}
    ${hidden('service', service?.slug ?? '')}
    ${
      desk.answersByMail
        ? html`<div class="service-choice">
            <label for="desk-email">${words.emailLabel}</label>
            <input
              id="desk-email"
              form="${DESK_FORM}"
              name="email"
              type="email"
              autocomplete="email"
              maxlength="254"
              aria-describedby="desk-hint"
            />
            <p class="small soft" id="desk-hint">${words.emailHint}</p>
          </div>`
        : html`<p class="small soft">${words.noMail}</p>`
    }
    <p class="desk__note" role="alert" data-desk-note></p>
    <div class="outcomes">
      <button class="button" form="${DESK_FORM}" name="do" value="compose">${words.send}</button>
    </div>
  </reader-desk>`;
}

/** The form of {@link drawDesk}, for beside the one of the conversation; nothing where no way leads to an agent. */
export function drawDeskForm({ desk, move }: DiagnosisView): Html {
  if (!desk || move.state !== 'handoff' || !move.channels.includes('desk')) return html``;
  return html`<form id="${DESK_FORM}" method="post" action="${desk.contact}"></form>`;
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" form="${DESK_FORM}" name="${name}" value="${value}" />`;
}
