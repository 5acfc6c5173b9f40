import './suggestions.css';
import type { SearchResponse } from '../../core/search/browser.ts';
import { createAnnouncer } from './announcer.ts';
import { readWish, type BoxParts } from './box-parts.ts';
import { mayEndInSecret, maySecretBeIn } from './holds-secret.ts';
import { readKey, type KeyCommand } from './key-command.ts';
import { keepQuery } from './kept-query.ts';
import { pageSearch } from './page-search.ts';
import { advanceList, EMPTY_LIST, type ResultList, type ResultListEvent } from './result-list.ts';
import type { SecretGuard } from './secret-guard.ts';
import { createSearchSession, type SearchSession } from './search-session.ts';
import { createSuggestionView, type SuggestionView } from './suggestion-view.ts';
import { searchWords, type SearchWords } from './words.ts';

const SUGGESTIONS = 6;
const FEWEST_LETTERS = 2;
/** Only a search that takes longer than this says that it is searching. */
const SLOW_MS = 400;

/** Turns a search box into an editable combobox with a list of guides. */
export function attachCombobox(parts: BoxParts, guard: SecretGuard): void {
  const { field, host, panel } = parts;
  const combobox = new Combobox(parts, guard);
  describeField(field, `${field.id}-list`);
  field.addEventListener('input', () => {
    combobox.type();
  });
  // Before the field's own listener, which would send the form.
  host.addEventListener(
    'keydown',
    (event) => {
      press(event, combobox, parts);
    },
    { capture: true },
  );
  for (const kind of ['pointerdown', 'pointermove'] as const) {
    panel.addEventListener(kind, () => {
      combobox.advance({ kind: 'pointed' });
    });
  }
  panel.addEventListener('click', () => {
    keepQuery(field);
  });
  host.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && host.contains(relatedTarget))) combobox.close();
  });
  host.addEventListener('submit', () => {
    combobox.close();
  });
  // Somebody was quicker than this script.
  if (document.activeElement === field && field.value !== field.defaultValue) combobox.type();
}

function describeField(field: BoxParts['field'], listId: string): void {
  // A field of several lines is a text box to assistive technology, which knows no "expanded".
  if (field instanceof HTMLInputElement) {
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-expanded', 'false');
  }
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-haspopup', 'listbox');
  field.setAttribute('aria-controls', listId);
}

function press(event: KeyboardEvent, combobox: Combobox, { field }: BoxParts): void {
  if (event.target !== field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const command = readKey({
    key: event.key,
    isOpen: combobox.isOpen,
    isOnRow: combobox.isOnRow,
    isWithinLines: field instanceof HTMLTextAreaElement && field.selectionEnd !== field.value.length,
    isEmpty: field.value === '',
  });
  if (!command) return;
  if (command !== 'release' && command !== 'leave') event.preventDefault();
  combobox.obey(command);
}

/** The list below one box while the page is open. */
class Combobox {
  readonly #parts: BoxParts;
  readonly #guard: SecretGuard;
  readonly #words: SearchWords;
  readonly #view: SuggestionView;
  readonly #session: SearchSession;
  readonly #announce: (text: string) => void;
  #list: ResultList = EMPTY_LIST;
  #note: string | undefined;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: BoxParts, guard: SecretGuard) {
    this.#parts = parts;
    this.#guard = guard;
    this.#words = searchWords(parts.lang);
    this.#view = createSuggestionView(parts, this.#words);
    this.#announce = createAnnouncer(parts.host);
    this.#session = createSearchSession(pageSearch(parts.api), {
      answered: (response) => {
        this.#show(response);
      },
      failed: () => {
        this.#fail();
      },
    });
  }

  get isOpen(): boolean {
    return !this.#parts.panel.hidden;
  }

  get isOnRow(): boolean {
    return this.isOpen && this.#list.active >= 0;
  }

  advance(event: ResultListEvent): void {
    const before = this.#list;
    this.#list = advanceList(before, event);
    if (this.#list === before) return;
    if (this.#list.isHeld && !before.isHeld) this.#view.hold();
    this.#view.draw(this.#list, this.#note);
  }

  /** The words in the box have changed. */
  type(): void {
    this.advance({ kind: 'typed' });
    this.#search();
  }

  close(): void {
    this.#session.cancel();
    clearTimeout(this.#slowTimer);
    this.#announce('');
    this.advance({ kind: 'typed' });
    this.#open(false);
  }

  obey(command: KeyCommand): void {
    switch (command) {
      case 'next':
        if (this.isOpen) this.advance({ kind: 'moved', to: 'next' });
        else this.#search();
        return;
      case 'previous':
      case 'first':
      case 'last':
        this.advance({ kind: 'moved', to: command });
        return;
      case 'release':
        this.advance({ kind: 'released' });
        return;
      case 'take':
        this.#view.rowAt(this.#list.active)?.click();
        return;
      case 'close':
      case 'leave':
        this.close();
        return;
      case 'clear':
        this.#parts.field.value = '';
        keepQuery(this.#parts.field);
        this.type();
    }
  }

  #search(): void {
    const wish = readWish(this.#parts);
    clearTimeout(this.#slowTimer);
    if (wish.query.length < FEWEST_LETTERS) {
      this.#empty();
      return;
    }
    if (!maySecretBeIn(wish.query)) {
      this.#ask(wish);
      return;
    }
    this.#session.cancel();
    void this.#guard.stops(wish.query).then((isSecret) => {
      if (readWish(this.#parts).query !== wish.query) return;
      if (isSecret || mayEndInSecret(wish.query)) this.#empty();
      else this.#ask(wish);
    });
  }

  #empty(): void {
    this.#session.cancel();
    this.#list = EMPTY_LIST;
    this.#open(false);
  }

  #ask(wish: ReturnType<typeof readWish>): void {
    this.#session.ask({ ...wish, lang: this.#parts.lang, limit: SUGGESTIONS });
    if (this.#list.options.length > 0) return;
    this.#slowTimer = setTimeout(() => {
      this.#tell(this.#words.searching);
    }, SLOW_MS);
  }

  #show(response: SearchResponse): void {
    const { none, nearest, announce, announceNearest } = this.#words;
    const { length } = response.results;
    clearTimeout(this.#slowTimer);
    if (!this.#list.isHeld || this.#list.options.length === 0) {
      this.#note = length === 0 ? none : response.outOfScope ? nearest : undefined;
    }
    this.advance({ kind: 'answered', response });
    this.#open(document.activeElement === this.#parts.field);
    this.#announce(length === 0 ? none : response.outOfScope ? announceNearest(length) : announce(length));
  }

  #fail(): void {
    clearTimeout(this.#slowTimer);
    this.#tell(this.#words.failed);
    this.#announce(this.#words.failed);
  }

  #tell(note: string): void {
    this.#note = note;
    this.#view.draw(this.#list, note);
    this.#open(document.activeElement === this.#parts.field);
  }

  #open(shouldOpen: boolean): void {
    const { panel, field } = this.#parts;
    panel.hidden = !shouldOpen;
    if (field instanceof HTMLInputElement) field.setAttribute('aria-expanded', String(shouldOpen));
  }
}
