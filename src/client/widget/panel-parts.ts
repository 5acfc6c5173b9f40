import type { Language } from '../../core/article/browser.ts';
import type { PanelSettings } from './panel-settings.ts';

/** The elements of a panel. */
export interface PanelParts {
  readonly root: HTMLElement;
  readonly dialog: HTMLDialogElement;
  readonly close: HTMLButtonElement;
  readonly view: HTMLElement;
  readonly live: HTMLElement;
}

/** Makes a panel that is closed. Element by element: a page around may forbid HTML from text. */
export function drawPanel(lang: Language, words: PanelSettings['words']): PanelParts {
  const root = make('div', 'root');
  root.lang = lang;
  const dialog = make('dialog', 'panel');
  dialog.setAttribute('aria-labelledby', 'panel-title');
  const title = make('p', 'panel__title');
  title.id = 'panel-title';
  title.textContent = words.title;
  const close = make('button', 'panel__close');
  close.type = 'button';
  close.textContent = words.close;
  const head = make('div', 'panel__head');
  head.append(title, close);
  const live = make('p', 'visually-hidden');
  live.setAttribute('role', 'status');
  const view = make('div', 'panel__view');
  view.dataset['view'] = '';
  dialog.append(head, live, view);
  root.append(dialog);
  return { root, dialog, close, view, live };
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
