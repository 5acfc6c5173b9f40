import { wordingOf } from '../../core/assistant/browser.ts';
import type { DeskWords } from './desk-words.ts';
import { drawDiagnosis } from './draw-diagnosis.ts';
import { keep } from './kept-conversation.ts';
import { sendOnEnter } from './send-on-enter.ts';
import { readTicket } from './sent-ticket.ts';
import type { Talk } from './talk.ts';
import type { CopiedKind, DiagnosisView } from './view.ts';
import type { DiagnosisWords } from './words.ts';

/** The parts of the page that are drawn into. */
export interface PageParts {
  readonly view: HTMLElement;
  readonly live: HTMLElement;
  readonly words: DiagnosisWords;
  /** The words of the way to an agent, where there is one. */
  readonly desk?: DeskWords;
}

/** How a change is shown. */
export interface ShowOptions {
  /** What stands in the box then; by default what stands there. */
  readonly draft?: string;
  /** The reader did not cause it: the keyboard stays where it is and nothing is said aloud. */
  readonly isQuiet?: boolean;
  /** Said instead of what the move says. */
  readonly says?: string;
}

/** What the page shows: draws a talk, says aloud what has changed, and gives what the reader has written. */
export class PageView {
  readonly #parts: PageParts;
  readonly #drawn: (words: HTMLElement | undefined) => void;
  /** Counts what was begun, so that a slow answer never takes the place of a newer one. */
  #begun = 0;
  #edited: NonNullable<DiagnosisView['edited']> = {};
  #told = 0;

  /** `drawn` is told the place of the assistant's words after each drawing. */
  constructor(parts: PageParts, drawn: (words: HTMLElement | undefined) => void) {
    this.#parts = parts;
    this.#drawn = drawn;
    const { view } = parts;
    view.addEventListener('click', ({ target }) => {
      const pressed = target instanceof Element ? target.closest('[data-copy],[data-mail]') : null;
      if (pressed instanceof HTMLAnchorElement && pressed.hasAttribute('data-mail'))
        writeMail(pressed, view.querySelector('#packet'));
      else if (pressed) void this.#copy(pressed.closest('.summary'));
      if (target instanceof Element && target.closest('[data-copy-link]')) void this.#copyLink();
    });
    view.addEventListener('keydown', sendOnEnter);
  }

  /** What stands in the form now. */
  get written(): { readonly text: string; readonly service: string } {
    const { view } = this.#parts;
    return {
      text: view.querySelector<HTMLTextAreaElement>('#tell')?.value ?? '',
      service: view.querySelector<HTMLSelectElement>('#service')?.value ?? '',
    };
  }

  announce(text: string): void {
    this.#parts.live.textContent = text;
  }

  /** Shows that something is awaited, and says so when it takes long. */
  async busy<T>(awaited: Promise<T>): Promise<T> {
    const { view, words } = this.#parts;
    view.toggleAttribute('data-busy', true);
    const slow = setTimeout(() => {
      this.announce(words.searching);
    }, SLOW_MS);
    try {
      return await awaited;
    } finally {
      clearTimeout(slow);
    }
  }

  /** Draws what the talk has come to. */
  async show(talk: Talk, { draft, isQuiet = false, says }: ShowOptions = {}): Promise<void> {
    const mine = ++this.#begun;
    keep(talk.conversation);
    const look = await this.busy(talk.look());
    if (mine !== this.#begun) return;
    keep(talk.conversation);
    this.#noteEdited(look);
    const { view } = this.#parts;
    const text = draft ?? this.written.text;
    const typing = isQuiet ? typingIn(view) : undefined;
    view.toggleAttribute('data-busy', false);
    const sent = look.move.state === 'with-person' ? readTicket() : undefined;
    view.innerHTML = drawDiagnosis({ ...look, draft: text, edited: this.#edited, ...(sent && { sent }) });
    this.dress();
    typing?.();
    if (!isQuiet) this.#present(look, says);
  }

  /** Shows what only scripts can do. */
  dress(): void {
    const { view } = this.#parts;
    for (const row of view.querySelectorAll<HTMLElement>('[data-copy-row]')) row.hidden = false;
    view.querySelector('#tell')?.removeAttribute('maxlength');
    if (view.querySelector('reader-packet')) void definePacket();
    if (view.querySelector('reader-desk')) void defineDesk();
    this.#drawn(view.querySelector<HTMLElement>('[data-words]') ?? undefined);
  }

  #present(look: DiagnosisView, says: string | undefined): void {
    this.announce(says ?? sayMove(look));
    const now = this.#parts.view.querySelector('.now');
    const target = look.notice ? now?.querySelector<HTMLElement>('#tell') : undefined;
    (target ?? now?.querySelector<HTMLElement>('#now'))?.focus({ preventScroll: true });
    if (now && !isInView(now)) now.scrollIntoView({ block: 'start' });
  }

  async #copy(from: Element | null): Promise<void> {
    const { words } = this.#parts;
    const note = from?.querySelector('[data-copy-note]');
    const text = from?.querySelector('textarea');
    if (!note || !text) return;
    try {
      await navigator.clipboard.writeText(text.value);
      note.textContent = words.copied;
    } catch {
      // Forbidden, or no secure address.
      text.select();
      note.textContent = words.copyRefused;
    }
  }

  async #copyLink(): Promise<void> {
    const sent = readTicket();
    const note = this.#parts.view.querySelector('[data-copy-link-note]');
    const { desk } = this.#parts;
    if (!sent || !note || !desk) return;
    try {
      await navigator.clipboard.writeText(sent.url);
      note.textContent = desk.linkCopied;
    } catch {
      // Forbidden, or no secure address.
      note.textContent = desk.linkRefused;
    }
  }

  /** What the reader changed in a text stays theirs, until they have told or tried more: then the text is another. */
  #noteEdited({ conversation }: DiagnosisView): void {
    for (const box of this.#parts.view.querySelectorAll<HTMLTextAreaElement>('[data-copied]')) {
      const kind = COPIED_KINDS.find((one) => one === box.dataset['copied']);
      if (kind && box.value !== box.defaultValue) this.#edited = { ...this.#edited, [kind]: box.value };
    }
    const told = conversation.turns.filter(({ kind }) => TELLING.has(kind)).length;
    if (told !== this.#told) this.#edited = { ...this.#edited, packet: undefined };
    if (told === 0) this.#edited = {};
    this.#told = told;
  }
}

const TELLING: ReadonlySet<string> = new Set(['said', 'answered', 'tried']);
const COPIED_KINDS = ['packet', 'chronology'] as const satisfies readonly CopiedKind[];

/** What makes the packet live is fetched when there is one. */
async function definePacket(): Promise<void> {
  try {
    const { defineReaderPacket } = await import('./draw-packet-element.ts');
    defineReaderPacket();
  } catch {
    // Offline before the first visit: the packet can still be changed and copied.
  }
}

/** As above, with what sends it to an agent. */
async function defineDesk(): Promise<void> {
  try {
    const { defineReaderDesk } = await import('./draw-desk-element.ts');
    defineReaderDesk();
  } catch {
    // Offline: the button leads to the page with the form.
  }
}

/** Quicker answers are not announced as awaited. */
const SLOW_MS = 400;

function sayMove({ notice, move, lang, register }: DiagnosisView): string {
  const status = notice ?? ('status' in move ? move.status : undefined);
  return status ? wordingOf(status, lang, register) : '';
}

/** Gives what puts the keyboard back into the box when it is there now. */
function typingIn(view: HTMLElement): (() => void) | undefined {
  const box = view.querySelector<HTMLTextAreaElement>('#tell');
  if (!box?.matches(':focus')) return undefined;
  const { selectionStart, selectionEnd } = box;
  return () => {
    const next = view.querySelector<HTMLTextAreaElement>('#tell');
    next?.focus({ preventScroll: true });
    next?.setSelectionRange(selectionStart, selectionEnd);
  };
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

function writeMail(link: HTMLAnchorElement, summary: HTMLTextAreaElement | null): void {
  if (!summary) return;
  link.href = link.href.replace(/&body=.*$/, () => `&body=${encodeURIComponent(summary.value)}`);
}
