import { html, type Html } from '../markup/browser.ts';
import { drawFiles } from './draw-files.ts';
import type { TicketPageView } from './ticket-page-view.ts';

/** The box in which the reader answers; writing after the end opens the ticket again. */
export function drawReply({ view, words, path, key, draft }: TicketPageView): Html {
  const isFile = draft?.problem !== undefined && OF_FILES.has(draft.problem);
  const problem = draft?.problem && words.problems[draft.problem];
  return html`<form method="post" action="${path}" enctype="multipart/form-data" class="letter" data-reply>
    <h2>${titleOf(view, words)}</h2>
    <input type="hidden" name="do" value="reply" />
    <input type="hidden" name="key" value="${key}" />
    <div class="field">
      <label for="reply">${words.replyLabel}</label>
      ${!isFile && problem !== undefined && html`<p class="field-problem" id="reply-problem">${problem}</p>`}
      <textarea id="reply" name="text" rows="4" required ${problem !== undefined && !isFile && DESCRIBED}>
${draft?.text ?? ''}</textarea>
    </div>
    ${drawFiles(words.file, isFile ? problem : undefined)}
    <p class="field-problem" role="alert" data-note></p>
    <div class="letter__send">
      <button class="button">${words.send}</button>
    </div>
  </form>`;
}

function titleOf({ status, messages }: TicketPageView['view'], words: TicketPageView['words']): string {
  if (status === 'solved') return words.replyAgain;
  return messages.some(({ from }) => from === 'agent') ? words.replyTitle : words.replyFirst;
}

const OF_FILES: ReadonlySet<string> = new Set(['file-size', 'file-type', 'no-room']);

const DESCRIBED = html`aria-describedby="reply-problem" aria-invalid="true"`;

/** For whoever needs no more help, while the ticket is open. */
export function drawSolvedNow({ view, words, path }: TicketPageView): Html {
  if (view.status === 'solved') return html``;
  return html`<form method="post" action="${path}" data-judge>
    <input type="hidden" name="do" value="judge" />
    <button class="button button--quiet" name="solved" value="true">${words.solvedNow}</button>
  </form>`;
}
