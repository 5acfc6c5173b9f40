import { readBox, type BoxParts } from './box-parts.ts';
import { carryWords } from './carried-words.ts';
import { keepQuery, restoreQuery } from './kept-query.ts';
import { guardSecrets, type SecretGuard } from './secret-guard.ts';

/**
 * Makes every `<search-box>` of the page a combobox. Until somebody touches a box only this file is
 * there; the rest arrives then. Without it the form still works as it is.
 */
export function defineSearchBox(): void {
  if (!customElements.get('search-box')) customElements.define('search-box', SearchBox);
}

class SearchBox extends HTMLElement {
  #parts: BoxParts | undefined;
  #isAwake = false;

  connectedCallback(): void {
    const parts = readBox(this);
    if (!parts || this.#parts) return;
    this.#parts = parts;
    const { field, form } = parts;
    restoreQuery(field);
    const guard = guardSecrets(parts);
    const wake = () => void this.#wake(parts, guard);
    this.addEventListener('focusin', wake, { once: true });
    this.addEventListener('pointerenter', wake, { once: true });
    form.addEventListener('submit', (event) => {
      keepQuery(field);
      carryOn(event, field.value);
    });
    field.addEventListener('change', () => {
      keepQuery(field);
    });
    if (field instanceof HTMLTextAreaElement) submitOnEnter(field, form);
    if (document.activeElement === field) wake();
  }

  async #wake(parts: BoxParts, guard: SecretGuard): Promise<void> {
    if (this.#isAwake) return;
    this.#isAwake = true;
    try {
      const { attachCombobox } = await import('./combobox.ts');
      attachCombobox(parts, guard);
    } catch {
      // Offline before the first use: the form still leads to the results page; the next touch tries again.
      this.#isAwake = false;
      this.addEventListener('focusin', () => void this.#wake(parts, guard), { once: true });
    }
  }
}

/** A button that carries the words leads to its page without them in the address. */
function carryOn(event: SubmitEvent, text: string): void {
  const { submitter } = event;
  if (!(submitter instanceof HTMLButtonElement) || !submitter.hasAttribute('data-carries')) return;
  if (event.defaultPrevented || !carryWords(text)) return;
  event.preventDefault();
  location.assign(submitter.formAction);
}

/** Enter in a box of several lines sends it; with Shift it begins a new line. */
function submitOnEnter(field: HTMLTextAreaElement, form: HTMLFormElement): void {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
