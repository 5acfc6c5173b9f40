import type { Language } from '../../core/article/browser.ts';
import type { TicketView } from '../../core/ticket/browser.ts';
import { postJson, randomKey, WORD_FOR } from '../sending/browser.ts';
import { ATTACHMENTS, TICKETS } from './addresses.ts';
import { drawRating } from './draw-rating.ts';
import { drawSolvedNow } from './draw-reply.ts';
import { drawStanding } from './draw-standing.ts';
import { drawThread } from './draw-thread.ts';
import { isTicketView } from './is-ticket-view.ts';
import { warnOfSecrets } from './secret-warning.ts';
import { filesIn } from './ticket-files.ts';
import type { TicketPageView } from './ticket-page-view.ts';
import type { TicketWords } from './words.ts';

interface TicketSettings {
  readonly lang: Language;
  readonly words: TicketWords;
  readonly path: string;
  readonly origin: string;
  readonly token: string;
}

/**
 * The page of a ticket that follows what happens: answers appear without a reload, and what the reader does is done
 * here. What they are writing stays in its box meanwhile.
 */
class ReaderTicket extends HTMLElement {
  #isBusy = false;
  /** What each part shows, as it was drawn here last. */
  readonly #shown = new Map<string, string>();
  #key = randomKey();

  connectedCallback(): void {
    const { settings: written } = this.dataset;
    if (written === undefined) return;
    // TicketPage wrote it in this form.
    const settings = JSON.parse(written) as TicketSettings;
    this.#dressTools();
    this.#listenToForms(settings);
    const events = new EventSource(`${addressOf(settings)}/events`);
    events.addEventListener('changed', () => void this.#refresh(settings));
    // Whatever changed while the connection was broken is seen when it stands again.
    events.addEventListener('open', () => void this.#refresh(settings));
  }

  #dressTools(): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
    this.querySelector('[data-print]')?.addEventListener('click', () => {
      print();
    });
    const copy = this.querySelector<HTMLElement>('[data-copy]');
    copy?.addEventListener('click', () => {
      const { copied = '', refused = '' } = copy.dataset;
      const note = this.querySelector('[data-copy-note]');
      const say = (text: string) => {
        if (note) note.textContent = text;
      };
      navigator.clipboard.writeText(location.origin + location.pathname).then(
        () => {
          say(copied);
        },
        () => {
          say(refused);
        },
      );
    });
  }

  #listenToForms(settings: TicketSettings): void {
    const form = this.querySelector<HTMLFormElement>('[data-reply]');
    const box = form?.querySelector('textarea');
    if (form && box) {
      const guard = warnOfSecrets(box, form.querySelector('[data-note]'), settings.words.sending.secret);
      const files = filesIn(form);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        void this.#whileBusy(async () => {
          if (await guard.stops()) {
            box.focus();
            return;
          }
          this.#note(settings.words.sending.sending);
          const grant = () => Promise.resolve({ ticket: settings.token });
          const attachments = files ? await files.upload({ address: ATTACHMENTS, grant }) : [];
          if (typeof attachments === 'string') {
            // What is wrong with a file stands beside it.
            this.#note(attachments === 'refused' ? '' : settings.words.sending[WORD_FOR[attachments]]);
            return;
          }
          const isSent = await this.#post(settings, 'messages', { text: box.value, attachments });
          if (!isSent) return;
          box.value = '';
          files?.clear();
          this.#note('');
          this.#announce(settings.words.sent);
        });
      });
    }
    this.addEventListener('submit', (event) => {
      const { target, submitter } = event;
      if (!(target instanceof HTMLFormElement) || !target.hasAttribute('data-judge')) return;
      event.preventDefault();
      const judgement = readJudgement(new FormData(target, submitter));
      void this.#whileBusy(async () => {
        if (!(await this.#post(settings, 'judgement', judgement))) return;
        this.querySelector<HTMLElement>('#standing')?.focus({ preventScroll: true });
      });
    });
  }

  async #whileBusy(work: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.toggleAttribute('data-busy', true);
    try {
      await work();
    } finally {
      this.#isBusy = false;
      this.toggleAttribute('data-busy', false);
    }
  }

  /** Whether it was taken; says why when it was not. */
  async #post(settings: TicketSettings, what: 'messages' | 'judgement', body: object): Promise<boolean> {
    const answer = await postJson(`${addressOf(settings)}/${what}`, body, this.#key);
    if (answer.kind === 'taken' && isTicketView(answer.body)) {
      this.#key = randomKey();
      this.#draw(settings, answer.body);
      return true;
    }
    this.#note(settings.words.sending[answer.kind === 'taken' ? 'away' : WORD_FOR[answer.kind]]);
    return false;
  }

  async #refresh(settings: TicketSettings): Promise<void> {
    try {
      const response = await fetch(addressOf(settings), { cache: 'no-store', credentials: 'omit' });
      const view: unknown = response.ok ? await response.json() : undefined;
      if (isTicketView(view) && this.#draw(settings, view)) this.#announce(settings.words.newAnswer);
    } catch {
      // Out of reach: the page stays as it is, and the stream comes back by itself.
    }
  }

  /** Draws what has changed; true when there is something new in the thread. */
  #draw(settings: TicketSettings, view: TicketView): boolean {
    const page: TicketPageView = { ...settings, view, now: new Date(), key: this.#key };
    const before = this.querySelectorAll('.message').length;
    this.#show('[data-standing]', drawStanding(page).html);
    this.#show('[data-thread]', drawThread(page).html);
    this.#show('[data-rating]', drawRating(page).html);
    this.#show('[data-over]', drawSolvedNow(page).html);
    return this.querySelectorAll('.message').length > before;
  }

  #show(part: string, drawn: string): void {
    const place = this.querySelector(part);
    // What looks the same is left alone: somebody may be writing in it.
    if (!place || this.#shown.get(part) === drawn) return;
    const isFirst = !this.#shown.has(part);
    this.#shown.set(part, drawn);
    if (isFirst && place.innerHTML === normal(drawn)) return;
    place.innerHTML = drawn;
  }

  #note(text: string): void {
    const note = this.querySelector('[data-reply] [data-note]');
    if (note) note.textContent = text;
  }

  #announce(text: string): void {
    const live = this.querySelector('[data-live]');
    if (live) live.textContent = text;
  }
}

function addressOf({ token }: TicketSettings): string {
  return `${TICKETS}/${encodeURIComponent(token)}`;
}

/** HTML as the browser writes it back. */
function normal(drawn: string): string {
  const template = document.createElement('template');
  template.innerHTML = drawn;
  return template.innerHTML;
}

/** What the form says, as the server takes it. */
function readJudgement(form: FormData): object {
  const values = Object.fromEntries(
    [...form].filter(([, value]) => typeof value === 'string' && value !== ''),
  );
  const { solved, guide, rating, comment } = values;
  return {
    ...(solved !== undefined && { solved: solved === 'true' }),
    ...(guide !== undefined && { guide }),
    ...(rating !== undefined && { rating }),
    ...(comment !== undefined && { comment }),
  };
}

customElements.define('reader-ticket', ReaderTicket);
