import { LANGUAGES } from '../../core/article/browser.ts';
import { AgentDesk } from './agent-desk.ts';
import { copyGuides } from './copy-guides.ts';
import { readDeskKey } from './desk-key.ts';
import { findDeskParts, type DeskParts, type DeskSettings } from './desk-parts.ts';
import type { DeskUse } from './desk-use.ts';

/** Starts the desk in the `<agent-desk>` of the page; without one, nothing happens. */
export function startAgentDesk(): void {
  const host = document.querySelector<HTMLElement>('agent-desk');
  const written = host?.dataset['settings'];
  if (!host || !written) return;
  // The page wrote the attribute with JSON.stringify of such settings.
  const settings = JSON.parse(written) as DeskSettings;
  openDesk(host, settings, copyGuides(settings));
}

/** Opens a desk in markup that has its nodes (`data-desk-…`); without them, nothing happens. */
export function openDesk(host: HTMLElement, settings: DeskSettings, use: DeskUse): void {
  const parts = findDeskParts(host);
  if (!parts) return;
  const desk = new AgentDesk(host, parts, settings, use);
  listenToKeys(host, parts, desk);
  listenToPointer(parts, desk);
  listenToChoices(host, parts, desk);
  desk.begin();
}

function listenToKeys(host: HTMLElement, { field, help }: DeskParts, desk: AgentDesk): void {
  field.addEventListener('input', () => {
    desk.say('');
    desk.search();
  });
  host.addEventListener('keydown', (event) => {
    if (event.isComposing || help?.open) return;
    const command = readDeskKey(event, {
      row: desk.row?.kind,
      isOpen: desk.isOpen,
      isBoxEmpty: field.value === '',
      isCaretAtEnd: field.selectionEnd === field.value.length,
    });
    // The keys with Alt work everywhere on the desk, the others in the box.
    if (!command || (event.target !== field && !event.altKey)) return;
    event.preventDefault();
    desk.obey(command);
  });
}

function listenToPointer({ tree }: DeskParts, desk: AgentDesk): void {
  tree.addEventListener('pointerdown', (event) => {
    // The box keeps the focus.
    event.preventDefault();
    desk.advance({ kind: 'pointed' });
  });
  tree.addEventListener('click', ({ target }) => {
    const row = desk.view.rowOf(target);
    if (row === -1) return;
    desk.advance({ kind: 'chosen', row });
    if (!desk.view.isOpener(target)) desk.obey({ kind: 'copy' });
    else desk.obey({ kind: desk.isOpen ? 'close' : 'open' });
  });
}

function listenToChoices(
  host: HTMLElement,
  { forms, languages, help, field }: DeskParts,
  desk: AgentDesk,
): void {
  for (const radio of forms) {
    radio.addEventListener('change', () => {
      desk.chooseForm(radio.value);
    });
  }
  for (const radio of languages) {
    radio.addEventListener('change', () => {
      const lang = LANGUAGES.find((known) => known === radio.value);
      if (lang) desk.chooseLanguage(lang);
    });
  }
  host.querySelector('[data-desk-show-help]')?.addEventListener('click', () => {
    help?.showModal();
  });
  help?.addEventListener('close', () => {
    field.focus();
  });
}
