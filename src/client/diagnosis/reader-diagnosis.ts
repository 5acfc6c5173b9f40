import { sendOnEnter } from './send-on-enter.ts';
import type { DiagnosisSettings } from './settings.ts';

/**
 * Lets the browser carry out the form of the page. Only this file is there at first, so that the form shows
 * at once; the rest follows, and what was sent meanwhile is carried out then.
 */
export function defineReaderDiagnosis(): void {
  if (!customElements.get('reader-diagnosis')) customElements.define('reader-diagnosis', ReaderDiagnosis);
}

class ReaderDiagnosis extends HTMLElement {
  connectedCallback(): void {
    const { settings: written, conversation } = this.dataset;
    const view = this.querySelector<HTMLElement>('[data-view]');
    const live = this.querySelector<HTMLElement>('[data-live]');
    if (!written || !view || !live) return;
    // The page wrote the attribute with JSON.stringify of such settings.
    const settings = JSON.parse(written) as DiagnosisSettings;
    view.hidden = false;
    let waiting: SubmitEvent | undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      waiting = event;
      live.textContent = settings.words.searching;
      // A server answers the form itself, sooner than scripts on a slow line.
      if (settings.api) patience ??= setTimeout(release, PATIENCE_MS);
    };
    const release = () => {
      clearTimeout(patience);
      view.removeEventListener('submit', hold);
      if (waiting?.target instanceof HTMLFormElement) waiting.target.requestSubmit(waiting.submitter);
      waiting = undefined;
    };
    view.addEventListener('submit', hold);
    view.addEventListener('keydown', sendOnEnter);
    const start = async () => {
      try {
        const { startDiagnosis } = await import('./start-diagnosis.ts');
        await startDiagnosis({ view, live, settings, conversation, whenListening: release });
      } catch {
        // Offline before the first visit: with a server the form still works, else the page says so.
        if (settings.api) release();
        else live.textContent = settings.words.notStarted;
        live.classList.toggle('visually-hidden', settings.api !== undefined);
      }
    };
    void start();
  }
}

/** Longer than this, what was sent does not wait for scripts where a server can answer. */
const PATIENCE_MS = 4000;
