import { html, type Html } from '../markup/browser.ts';

/** Where a form says what is wrong with it. */
export const PROBLEM: Html = html`<p class="field-problem" role="alert"></p>`;

export interface FieldOptions {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type?: string;
  readonly autocomplete: string;
  readonly hint?: string;
  readonly value?: string;
  readonly least?: number;
  readonly most?: number;
  readonly isNumeric?: boolean;
  readonly hasFocus?: boolean;
}

/** One labelled line to type in; needed unless it is filled already. */
export function drawField(options: FieldOptions): Html {
  const { id, name, label, type = 'text', autocomplete, hint, value = '', least, most = 254 } = options;
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      maxlength="${most}"
      ${least !== undefined && html`minlength="${least}"`}
      ${options.isNumeric === true && html`inputmode="numeric" class="letter__code numbers"`}
      ${type === 'email' && html`autocapitalize="none" spellcheck="false"`}
      ${hint !== undefined && html`aria-describedby="${id}-hint"`}
      ${options.hasFocus === true && html`data-focus`}
      required
    />
    ${hint !== undefined && html`<p class="soft small" id="${id}-hint">${hint}</p>`}
  </div>`;
}

/** A form that `act` knows as `deed`, with its button. */
export function drawForm(
  deed: string,
  button: string,
  content: Html,
  options: { readonly isQuiet?: boolean; readonly className?: string } = {},
): Html {
  const look = options.isQuiet === true ? 'button button--quiet' : 'button';
  return html`<form class="${options.className ?? 'letter'}" data-do="${deed}">
    ${content}
    <div class="letter__send">
      ${PROBLEM}
      <button class="${look}">${button}</button>
    </div>
  </form>`;
}

/** A hidden field. */
export function drawHidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}
