import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import type { SearchResponse } from '../../core/search/browser.ts';
import { createAnnouncer, createSearchSession, pageSearch, type SearchSession } from '../search/browser.ts';
import {
  advanceDesk,
  deskRows,
  EMPTY_DESK,
  type Desk,
  type DeskEvent,
  type DeskGuide,
  type DeskRow,
} from './desk.ts';
import type { DeskCommand } from './desk-key.ts';
import type { DeskParts, DeskSettings } from './desk-parts.ts';
import type { DeskUse } from './desk-use.ts';
import { createDeskView, describeDesk, type DeskView } from './desk-view.ts';
import { fillIn } from './desk-words.ts';
import { device, keepRecent, readRecent } from './remembered.ts';
import { ClipboardRefusedError } from './write-clipboard.ts';

const SHOWN = 8;
const FEWEST_LETTERS = 2;
/** Rows that are only passed over are not fetched. */
const PREVIEW_PAUSE_MS = 80;
const TOAST_MS = 4000;

/** The desk while the page is open: it carries out commands and shows what came of them. */
export class AgentDesk {
  readonly view: DeskView;
  readonly #parts: DeskParts;
  readonly #settings: DeskSettings;
  readonly #use: DeskUse;
  readonly #session: SearchSession;
  readonly #announce: (text: string) => void;
  #desk: Desk = EMPTY_DESK;
  #form: string;
  #lang: Language;
  #previewTimer: ReturnType<typeof setTimeout> | undefined;
  #toastTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, parts: DeskParts, settings: DeskSettings, use: DeskUse) {
    this.#parts = parts;
    this.#settings = settings;
    this.#lang = settings.lang;
    this.#use = use;
    this.#form = use.readForm();
    this.view = createDeskView(parts.tree, parts.field, settings);
    this.#announce = createAnnouncer(host);
    this.#session = createSearchSession(pageSearch(settings.api), {
      answered: (response) => {
        this.#list(response);
      },
      failed: () => {
        parts.note.textContent = settings.words.searchFailed;
      },
    });
  }

  /** The row that Enter takes. */
  get row(): DeskRow | undefined {
    return deskRows(this.#desk)[this.#desk.active];
  }

  /** Whether the steps of the chosen guide are shown. */
  get isOpen(): boolean {
    return this.#desk.open !== undefined && this.#desk.open.guide === this.row?.guide;
  }

  /** Shows the first state: the remembered form, and what was taken last. */
  begin(): void {
    this.chooseForm(this.#form);
    this.search();
    this.#parts.field.focus();
    // The first conversation must not wait for the index; a server needs no warming.
    if (!this.#settings.api) void warmUp(this.#lang);
  }

  /** Takes an event of the pointer or the keyboard into the list. */
  advance(event: DeskEvent): void {
    this.#desk = advanceDesk(this.#desk, event);
    this.view.draw(this.#desk);
    this.#previewSoon();
  }

  /** Searches for what stands in the box; an empty box lists what was copied last. */
  search({ isNow = false } = {}): void {
    this.advance({ kind: 'typed' });
    const query = this.#parts.field.value.trim();
    if (query.length < FEWEST_LETTERS) {
      this.#session.cancel();
      const recent = query === '' ? readRecent(device) : [];
      this.#parts.note.textContent = recent.length > 0 ? this.#settings.words.recent : '';
      this.advance({ kind: 'listed', guides: recent });
      return;
    }
    const request = { query, lang: this.#lang, limit: SHOWN };
    if (isNow) this.#session.askNow(request);
    else this.#session.ask(request);
  }

  obey(command: DeskCommand): void {
    switch (command.kind) {
      case 'up':
      case 'down':
        this.advance({ kind: 'moved', by: command.kind === 'up' ? -1 : 1 });
        return;
      case 'open':
        void this.#open();
        return;
      case 'close':
        this.advance({ kind: 'closed' });
        return;
      case 'copy':
        void this.#take();
        return;
      case 'visit':
        globalThis.open(this.row?.guide.url, '_blank', 'noopener');
        return;
      case 'clear':
        this.#parts.field.value = '';
        this.search();
        return;
      case 'help':
        this.#parts.help?.showModal();
        return;
      case 'switch-language':
        this.chooseLanguage(LANGUAGES.find((other) => other !== this.#lang) ?? this.#lang);
        return;
      case 'form':
        this.chooseForm(this.#use.forms[command.index] ?? this.#form);
    }
  }

  chooseForm(form: string): void {
    this.#form = form;
    this.#use.keepForm(form);
    for (const radio of this.#parts.forms) radio.checked = radio.value === form;
    this.#previewSoon();
  }

  chooseLanguage(lang: Language): void {
    this.#lang = lang;
    for (const radio of this.#parts.languages) radio.checked = radio.value === lang;
    this.search({ isNow: true });
  }

  /** Shows a sentence for a while and lets it be read out; '' takes it away. */
  say(text: string): void {
    const { toast } = this.#parts;
    clearTimeout(this.#toastTimer);
    toast.textContent = text;
    this.#toastTimer = setTimeout(() => {
      toast.textContent = '';
    }, TOAST_MS);
  }

  #list({ results, outOfScope, lang }: SearchResponse): void {
    const { words } = this.#settings;
    const guides = results.map(({ id, title, url, sector }): DeskGuide => ({ id, title, url, sector, lang }));
    if (!this.#desk.isHeld || this.#desk.guides.length === 0) {
      this.#parts.note.textContent = guides.length === 0 ? words.none : outOfScope ? words.nearest : '';
    }
    this.advance({ kind: 'listed', guides });
    this.#announce(describeDesk(this.#desk, words));
  }

  async #open(): Promise<void> {
    const { row } = this;
    if (row?.kind !== 'guide' || row.guide.step) return;
    try {
      this.advance({ kind: 'opened', guide: row.guide, steps: await this.#use.stepsOf(row.guide) });
    } catch {
      this.say(this.#settings.words.failed);
    }
  }

  async #take(): Promise<void> {
    const { words } = this.#settings;
    const { field, preview, forms } = this.#parts;
    // At once, so that the next conversation can be typed while this one is under way.
    const asked = field.value;
    field.focus();
    field.select();
    // Enter right after the last letter means the answer to what is written, not the one before.
    if (!this.#desk.isHeld) await this.#session.settled();
    const { row } = this;
    if (!row || field.value !== asked) return;
    try {
      const taken = await this.#use.take(row, this.#form);
      keepRecent(device, taken);
      const format = forms.find(({ value }) => value === this.#form)?.dataset['label'] ?? this.#form;
      this.say(fillIn(words.copied, { title: taken.step?.action ?? taken.title, format }));
    } catch (error) {
      const isRefused = error instanceof ClipboardRefusedError;
      this.say(isRefused ? words.refused : words.failed);
      if (isRefused) getSelection()?.selectAllChildren(preview);
    }
  }

  #previewSoon(): void {
    clearTimeout(this.#previewTimer);
    this.#previewTimer = setTimeout(() => void this.#preview(), PREVIEW_PAUSE_MS);
  }

  async #preview(): Promise<void> {
    const { row } = this;
    const before = this.#desk;
    let text: string;
    try {
      text = row ? await this.#use.write(row, this.#form) : '';
    } catch {
      text = this.#settings.words.failed;
    }
    // Unless the agent went on meanwhile.
    if (this.#desk === before) this.#parts.preview.textContent = text;
  }
}

async function warmUp(lang: Language): Promise<void> {
  try {
    await pageSearch(undefined)({ query: '', lang }, new AbortController().signal);
  } catch {
    // The first search says what is wrong.
  }
}
