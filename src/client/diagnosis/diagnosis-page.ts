import { wordingOf } from '../../core/assistant/browser.ts';
import { drawDiagnosis } from './draw-diagnosis.ts';
import { keep, KEPT_KEY, readKept } from './kept-conversation.ts';
import type { Talk } from './talk.ts';
import type { DiagnosisView } from './view.ts';
import type { DiagnosisWords } from './words.ts';

/** The page around a talk: draws it, carries out its form, and says aloud what has changed. */
export class DiagnosisPage {
  readonly #view: HTMLElement;
  readonly #live: HTMLElement;
  readonly #words: DiagnosisWords;
  /** Counts what was begun, so that a slow answer never takes the place of a newer one. */
  #begun = 0;

  constructor(view: HTMLElement, live: HTMLElement, words: DiagnosisWords) {
    this.#view = view;
    this.#live = live;
    this.#words = words;
  }

  /** Begins to listen; `isDrawn` leaves what the page shows. */
  async attach(talk: Talk, isDrawn: boolean): Promise<void> {
    this.#view.addEventListener('submit', (event) => {
      event.preventDefault();
      const { submitter } = event;
      void this.#carryOut(talk, submitter instanceof HTMLButtonElement ? submitter.value : 'say');
    });
    this.#view.addEventListener('click', (event) => {
      this.#click(talk, event);
    });
    this.#view.addEventListener('keydown', (event) => {
      sendOnEnter(event);
    });
    window.addEventListener('storage', ({ key }) => {
      if (key !== KEPT_KEY) return;
      talk.adopt(readKept());
      void this.#show(talk, { isQuiet: true });
    });
    if (isDrawn) {
      keep(talk.conversation);
      this.#dress();
    } else await this.#show(talk, { isQuiet: true });
  }

  announce(text: string): void {
    this.#live.textContent = text;
  }

  async #carryOut(talk: Talk, choice: string): Promise<void> {
    const field = this.#view.querySelector<HTMLTextAreaElement>('#tell');
    const service = this.#view.querySelector<HTMLSelectElement>('#service');
    let draft = field?.value ?? '';
    if (choice === 'say') {
      // What was refused stays in the box, to be mended.
      if (talk.say(draft) === undefined || talk.conversation.turns.at(-1)?.kind === 'said') draft = '';
    } else talk.choose(choice === 'service' ? `service:${service?.value ?? ''}` : choice);
    await this.#show(talk, { draft });
  }

  #click(talk: Talk, event: Event): void {
    const target =
      event.target instanceof Element ? event.target.closest('[data-clear],[data-copy],[data-mail]') : null;
    if (target instanceof HTMLAnchorElement && target.hasAttribute('data-mail'))
      writeMail(target, this.#summary);
    if (target?.hasAttribute('data-copy')) void this.#copy();
    if (!target?.hasAttribute('data-clear')) return;
    event.preventDefault();
    talk.adopt();
    void this.#show(talk, { says: this.#words.cleared });
  }

  async #copy(): Promise<void> {
    const note = this.#view.querySelector('[data-copy-note]');
    const summary = this.#summary;
    if (!note || !summary) return;
    try {
      await navigator.clipboard.writeText(summary.value);
      note.textContent = this.#words.copied;
    } catch {
      // Forbidden, or no secure address.
      summary.select();
      note.textContent = this.#words.copyRefused;
    }
  }

  get #summary(): HTMLTextAreaElement | null {
    return this.#view.querySelector<HTMLTextAreaElement>('[data-summary]');
  }

  async #show(
    talk: Talk,
    { draft, isQuiet = false, says }: { draft?: string; isQuiet?: boolean; says?: string } = {},
  ): Promise<void> {
    const mine = ++this.#begun;
    keep(talk.conversation);
    this.#view.toggleAttribute('data-busy', true);
    const busy = setTimeout(() => {
      this.announce(this.#words.searching);
    }, SLOW_MS);
    const view = await talk.look();
    clearTimeout(busy);
    if (mine !== this.#begun) return;
    keep(talk.conversation);
    const edited = this.#summary;
    const summary = edited && edited.value !== edited.defaultValue ? edited.value : undefined;
    this.#view.toggleAttribute('data-busy', false);
    this.#view.innerHTML = drawDiagnosis({
      ...view,
      ...(draft !== undefined && { draft }),
      ...(summary !== undefined && { summary }),
    });
    this.#dress();
    if (isQuiet) return;
    this.announce(says ?? sayMove(view));
    const now = this.#view.querySelector('.now');
    const target = view.notice ? now?.querySelector<HTMLElement>('#tell') : undefined;
    (target ?? now?.querySelector<HTMLElement>('#now'))?.focus({ preventScroll: true });
    if (now && !isInView(now)) now.scrollIntoView({ block: 'start' });
  }

  /** Shows what only scripts can do. */
  #dress(): void {
    for (const button of this.#view.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false;
    this.#view.querySelector('#tell')?.removeAttribute('maxlength');
  }
}

/** Quicker answers are not announced as awaited. */
const SLOW_MS = 400;

function sayMove({ notice, move, lang, register }: DiagnosisView): string {
  const status = notice ?? ('status' in move ? move.status : undefined);
  return status ? wordingOf(status, lang, register) : '';
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

function writeMail(link: HTMLAnchorElement, summary: HTMLTextAreaElement | null): void {
  if (!summary) return;
  const subject = encodeURIComponent(link.dataset['subject'] ?? '');
  link.href = `mailto:?subject=${subject}&body=${encodeURIComponent(summary.value)}`;
}

/** Enter sends what was written; with Shift it begins a new line. */
function sendOnEnter(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLTextAreaElement) || target.id !== 'tell') return;
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  target.form?.requestSubmit(target.form.querySelector<HTMLButtonElement>('button[value="say"]'));
}
