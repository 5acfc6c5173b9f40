import { LANGUAGES, permalinkPath, type Language } from '../../core/article/browser.ts';
import { COPY_FORMATS, formatCopy, type CopyFormat, type FormattedCopy } from '../../core/copy/browser.ts';
import { createAnnouncer, createSearchSession, pageSearch } from '../search/browser.ts';
import { chooseCopy } from './agent-guide.ts';
import { advanceDesk, deskRows, EMPTY_DESK, type DeskEvent, type DeskGuide, type DeskRow } from './desk.ts';
import { readDeskKey, type DeskCommand } from './desk-key.ts';
import { findDeskParts, type DeskParts, type DeskSettings } from './desk-parts.ts';
import { createDeskView, describeDesk } from './desk-view.ts';
import { fillIn } from './desk-words.ts';
import { createGuideLoader } from './load-guide.ts';
import { keepFormat, keepRecent, readFormat, readRecent } from './remembered.ts';
import { ClipboardRefusedError, writeClipboard } from './write-clipboard.ts';

const SHOWN = 8;
const FEWEST_LETTERS = 2;
/** Rows that are only passed over are not fetched. */
const PREVIEW_PAUSE_MS = 80;
const TOAST_MS = 4000;

/** Starts the desk in the `<agent-desk>` of the page. */
export function startAgentDesk(): void {
  const host = document.querySelector<HTMLElement>('agent-desk');
  const parts = host && findDeskParts(host);
  const settings = host?.dataset['settings'];
  // The page wrote the attribute with JSON.stringify of such settings.
  if (parts && settings) run(host, parts, JSON.parse(settings) as DeskSettings);
}

function run(host: HTMLElement, parts: DeskParts, settings: DeskSettings): void {
  const { field, tree, note, preview, toast, help } = parts;
  const { words } = settings;
  const view = createDeskView(tree, field, words, settings.sectorNames);
  const announce = createAnnouncer(host);
  const load = createGuideLoader(settings.shards);
  let desk = EMPTY_DESK;
  let format = readFormat(localStorage);
  let lang: Language = settings.lang;
  let previewTimer: ReturnType<typeof setTimeout> | undefined;
  let toastTimer: ReturnType<typeof setTimeout> | undefined;

  const chosenRow = (): DeskRow | undefined => deskRows(desk)[desk.active];
  const advance = (event: DeskEvent) => {
    desk = advanceDesk(desk, event);
    view.draw(desk);
    clearTimeout(previewTimer);
    previewTimer = setTimeout(() => void showPreview(), PREVIEW_PAUSE_MS);
  };
  const write = async (row: DeskRow): Promise<FormattedCopy> => {
    const { guide } = row;
    const loaded = await load(guide.id, guide.lang);
    const address = (settings.site ?? location.origin) + permalinkPath(loaded.code, guide.lang);
    const step = row.kind === 'step' ? row.step.key : guide.step?.key;
    return formatCopy(chooseCopy(loaded, address, step), format);
  };
  const showPreview = async () => {
    const row = chosenRow();
    const wanted = format;
    try {
      const copy = row && (await write(row));
      if (row === chosenRow() || !row)
        preview.textContent = copy ? (wanted === 'html' ? (copy.html ?? '') : copy.text) : '';
    } catch {
      preview.textContent = words.failed;
    }
  };
  const say = (text: string) => {
    clearTimeout(toastTimer);
    toast.textContent = text;
    toastTimer = setTimeout(() => {
      toast.textContent = '';
    }, TOAST_MS);
  };
  const session = createSearchSession(pageSearch(settings.api), {
    answered({ results, outOfScope, lang: answered }) {
      const guides = results.map(({ id, title, url, sector }): DeskGuide => ({
        id,
        title,
        url,
        sector,
        lang: answered,
      }));
      if (!desk.isHeld || desk.guides.length === 0)
        note.textContent = results.length === 0 ? words.none : outOfScope ? words.nearest : '';
      advance({ kind: 'listed', guides });
      announce(describeDesk(desk, words));
    },
    failed() {
      note.textContent = words.searchFailed;
    },
  });
  const search = (isNow = false) => {
    advance({ kind: 'typed' });
    const query = field.value.trim();
    if (query.length < FEWEST_LETTERS) {
      session.cancel();
      const recent = query === '' ? readRecent(localStorage) : [];
      note.textContent = recent.length > 0 ? words.recent : '';
      advance({ kind: 'listed', guides: recent });
      return;
    }
    const request = { query, lang, limit: SHOWN };
    if (isNow) session.askNow(request);
    else session.ask(request);
  };
  const copy = async () => {
    // Enter right after the last letter means the answer to what is written, not the one before.
    if (!desk.isHeld) await session.settled();
    const row = chosenRow();
    if (!row) return;
    const label = parts.formats.find(({ value }) => value === format)?.dataset['label'] ?? format;
    const { guide } = row;
    try {
      await writeClipboard(write(row), format === 'html');
      const step = row.kind === 'step' ? { key: row.step.key, action: row.step.action } : guide.step;
      keepRecent(localStorage, { ...guide, ...(step && { step }) });
      say(fillIn(words.copied, { title: step?.action ?? guide.title, format: label }));
      field.focus();
      field.select();
    } catch (error) {
      const isRefused = error instanceof ClipboardRefusedError;
      say(isRefused ? words.refused : words.failed);
      if (isRefused) getSelection()?.selectAllChildren(preview);
    }
  };
  const open = async () => {
    const row = chosenRow();
    if (row?.kind !== 'guide' || row.guide.step) return;
    try {
      const { steps } = await load(row.guide.id, row.guide.lang);
      advance({ kind: 'opened', guide: row.guide, steps });
    } catch {
      say(words.failed);
    }
  };
  const chooseFormat = (chosen: CopyFormat) => {
    format = chosen;
    keepFormat(localStorage, chosen);
    for (const radio of parts.formats) radio.checked = radio.value === chosen;
    void showPreview();
  };
  const chooseLanguage = (chosen: Language) => {
    lang = chosen;
    for (const radio of parts.languages) radio.checked = radio.value === chosen;
    search(true);
  };
  const obey = (command: DeskCommand) => {
    switch (command.kind) {
      case 'up':
      case 'down':
        advance({ kind: 'moved', by: command.kind === 'up' ? -1 : 1 });
        return;
      case 'open':
        void open();
        return;
      case 'close':
        advance({ kind: 'closed' });
        return;
      case 'copy':
        void copy();
        return;
      case 'visit':
        globalThis.open(chosenRow()?.guide.url, '_blank', 'noopener');
        return;
      case 'clear':
        field.value = '';
        search();
        return;
      case 'help':
        help.showModal();
        return;
      case 'switch-language':
        chooseLanguage(LANGUAGES.find((other) => other !== lang) ?? lang);
        return;
      case 'format':
        chooseFormat(command.format);
    }
  };

  field.addEventListener('input', () => {
    search();
  });
  host.addEventListener('keydown', (event) => {
    if (event.isComposing || help.open) return;
    const row = chosenRow();
    const command = readDeskKey(event, {
      row: row?.kind,
      isOpen: desk.open !== undefined && desk.open.guide === row?.guide,
      isBoxEmpty: field.value === '',
      isCaretAtEnd: field.selectionStart === field.value.length || field.selectionEnd === field.value.length,
    });
    const isOfBox = event.target === field || event.altKey;
    if (!command || !isOfBox) return;
    event.preventDefault();
    obey(command);
  });
  tree.addEventListener('pointerdown', (event) => {
    // The box keeps the focus.
    event.preventDefault();
    advance({ kind: 'pointed' });
  });
  tree.addEventListener('click', ({ target }) => {
    const row = view.rowOf(target);
    if (row === -1) return;
    advance({ kind: 'chosen', row });
    if (!view.isOpener(target)) void copy();
    else if (desk.open && desk.open.guide === chosenRow()?.guide) advance({ kind: 'closed' });
    else void open();
  });
  for (const radio of [...parts.formats, ...parts.languages]) {
    radio.addEventListener('change', () => {
      const chosen = COPY_FORMATS.find((known) => known === radio.value);
      if (chosen) chooseFormat(chosen);
      else chooseLanguage(LANGUAGES.find((known) => known === radio.value) ?? lang);
    });
  }
  host.querySelector('[data-desk-show-help]')?.addEventListener('click', () => {
    help.showModal();
  });
  help.addEventListener('close', () => {
    field.focus();
  });
  chooseFormat(format);
  search();
  field.focus();
}
