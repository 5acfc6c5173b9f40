import type { Language } from '../../core/article/browser.ts';
import type { Html } from '../markup/browser.ts';
import { keepLanguage, readLanguage } from './keep-language.ts';
import type { AccountWords } from './words.ts';

/** What becomes of the page when a form was sent. */
export type Acted<State> =
  | { readonly kind: 'draw'; readonly state: State }
  /** Nothing is lost: what was typed stays, and this is said beside it. */
  | { readonly kind: 'problem'; readonly text: string }
  | { readonly kind: 'leave'; readonly to: string };

/** A page that is drawn from its state and changed by its forms. */
export interface AccountPage<State> {
  readonly draw: (state: State, words: AccountWords, lang: Language) => Html;
  /** A form was sent; `deed` is its `data-do`. */
  readonly act: (
    deed: string,
    fields: FormData,
    state: State,
    words: AccountWords,
    lang: Language,
  ) => Promise<Acted<State>>;
}

/**
 * Runs a page within `host`: draws it, sends its forms to `act` one at a time, keeps the language, and leads the eye and
 * the keyboard to what has changed.
 */
export function runPage<State>(
  host: HTMLElement,
  page: AccountPage<State>,
  first: State,
  allWords: Readonly<Record<Language, AccountWords>>,
): void {
  let state = first;
  let lang = readLanguage(location.search, () => localStorage);
  const switcher = document.querySelector<HTMLButtonElement>('[data-switch]');

  function draw(): void {
    const words = allWords[lang];
    document.documentElement.lang = lang;
    if (switcher) {
      switcher.textContent = words.switchLanguage;
      switcher.lang = lang === 'id' ? 'en' : 'id';
      switcher.hidden = false;
    }
    host.innerHTML = page.draw(state, words, lang).html;
    const title = host.querySelector('h1')?.textContent;
    if (title) document.title = `${title} · Pandu`;
  }

  async function submit(form: HTMLFormElement): Promise<void> {
    if (host.dataset['busy'] !== undefined) return;
    host.dataset['busy'] = '';
    const said = form.querySelector<HTMLElement>('[role="alert"]');
    if (said) said.textContent = '';
    const acted = await page.act(form.dataset['do'] ?? '', new FormData(form), state, allWords[lang], lang);
    delete host.dataset['busy'];
    if (acted.kind === 'leave') location.assign(acted.to);
    else if (acted.kind === 'problem') tell(form, said, acted.text);
    else {
      state = acted.state;
      draw();
      host.querySelector<HTMLElement>('[data-focus]')?.focus();
    }
  }

  host.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) void submit(event.target);
  });
  host.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLElement && target.dataset['copy'] !== undefined) void copy(target);
  });
  switcher?.addEventListener('click', () => {
    lang = lang === 'id' ? 'en' : 'id';
    keepLanguage(lang, () => localStorage);
    const typed = readTyped(host);
    draw();
    for (const { id, value, isTicked } of typed) {
      const field = document.getElementById(id);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
      if (field instanceof HTMLInputElement) field.checked = isTicked;
    }
  });
  draw();
  // What an address leads to was not there when the page came.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

function tell(form: HTMLFormElement, place: HTMLElement | null, text: string): void {
  if (place) place.textContent = text;
  form.querySelector<HTMLElement>('input:not([type="hidden"], [readonly]), select, button')?.focus();
}

async function copy(button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
    button.textContent = button.dataset['copied'] ?? '';
  } catch {
    // Not allowed to: the text stands beside it, to be selected by hand.
  }
}

function readTyped(host: HTMLElement) {
  return [...host.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[id], select[id]')].map(
    (field) => ({
      id: field.id,
      value: field.value,
      isTicked: field instanceof HTMLInputElement && field.checked,
    }),
  );
}
