import './suggestions.css';
import { readWish, type BoxParts } from './box-parts.ts';
import { pageSearch } from './page-search.ts';
import { readKey, type KeyCommand } from './key-command.ts';
import { keepQuery } from './kept-query.ts';
import { createAnnouncer } from './announcer.ts';
import { advanceList, EMPTY_LIST, type ResultListEvent } from './result-list.ts';
import { createSearchSession } from './search-session.ts';
import { createSuggestionView } from './suggestion-view.ts';
import { searchWords } from './words.ts';

const SUGGESTIONS = 6;
const FEWEST_LETTERS = 2;
/** Only a search that takes longer than this says that it is searching. */
const SLOW_MS = 400;

/** Turns a search box into an editable combobox with a list of guides. */
export function attachCombobox(parts: BoxParts): void {
  const { host, field, panel, lang } = parts;
  const words = searchWords(lang);
  const view = createSuggestionView(parts, words);
  const announce = createAnnouncer(host);
  let list = EMPTY_LIST;
  let note: string | undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;

  const isOpen = () => !panel.hidden;
  const open = (shouldOpen: boolean) => {
    panel.hidden = !shouldOpen;
    // A field of several lines is a text box to assistive technology, which knows no "expanded".
    if (field instanceof HTMLInputElement) field.setAttribute('aria-expanded', String(shouldOpen));
  };
  const advance = (event: ResultListEvent) => {
    const before = list;
    list = advanceList(list, event);
    if (list === before) return;
    if (list.isHeld && !before.isHeld) view.hold();
    view.draw(list, note);
  };
  const session = createSearchSession(pageSearch(parts.api), {
    answered(response) {
      clearTimeout(slow);
      const { length } = response.results;
      if (!list.isHeld || list.options.length === 0) {
        note = length === 0 ? words.none : response.outOfScope ? words.nearest : undefined;
      }
      advance({ kind: 'answered', response });
      open(document.activeElement === field);
      announce(
        length === 0
          ? words.none
          : response.outOfScope
            ? words.announceNearest(length)
            : words.announce(length),
      );
    },
    failed() {
      clearTimeout(slow);
      note = words.failed;
      view.draw(list, note);
      announce(words.failed);
    },
  });
  const search = () => {
    const wish = readWish(parts);
    clearTimeout(slow);
    if (wish.query.length < FEWEST_LETTERS) {
      session.cancel();
      list = EMPTY_LIST;
      open(false);
      return;
    }
    session.ask({ ...wish, lang, limit: SUGGESTIONS });
    if (list.options.length > 0) return;
    slow = setTimeout(() => {
      note = words.searching;
      view.draw(list, note);
      open(document.activeElement === field);
    }, SLOW_MS);
  };
  const close = () => {
    session.cancel();
    clearTimeout(slow);
    announce('');
    list = advanceList(list, { kind: 'typed' });
    view.draw(list, note);
    open(false);
  };
  const obey = (command: KeyCommand) => {
    switch (command) {
      case 'next':
        if (isOpen()) advance({ kind: 'moved', to: 'next' });
        else search();
        return;
      case 'previous':
      case 'first':
      case 'last':
        advance({ kind: 'moved', to: command });
        return;
      case 'release':
        advance({ kind: 'released' });
        return;
      case 'take':
        view.rowAt(list.active)?.click();
        return;
      case 'close':
      case 'leave':
        close();
        return;
      case 'clear':
        field.value = '';
        keepQuery(field);
        search();
    }
  };

  describe(field, `${field.id}-list`);
  field.addEventListener('input', () => {
    advance({ kind: 'typed' });
    search();
  });
  const press = (event: KeyboardEvent) => {
    if (event.target !== field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const command = readKey({
      key: event.key,
      isOpen: isOpen(),
      isOnRow: isOpen() && list.active >= 0,
      isWithinLines: field instanceof HTMLTextAreaElement && field.selectionEnd !== field.value.length,
      isEmpty: field.value === '',
    });
    if (!command) return;
    if (command !== 'release' && command !== 'leave') event.preventDefault();
    obey(command);
  };
  // Before the field's own listener, which would send the form.
  host.addEventListener('keydown', press, { capture: true });
  for (const kind of ['pointerdown', 'pointermove'] as const) {
    panel.addEventListener(kind, () => {
      advance({ kind: 'pointed' });
    });
  }
  panel.addEventListener('click', () => {
    keepQuery(field);
  });
  host.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && host.contains(relatedTarget))) close();
  });
  host.addEventListener('submit', close);
  if (document.activeElement === field && field.value !== field.defaultValue) search();
}

function describe(field: BoxParts['field'], listId: string): void {
  if (field instanceof HTMLInputElement) {
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-expanded', 'false');
  }
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-haspopup', 'listbox');
  field.setAttribute('aria-controls', listId);
}
