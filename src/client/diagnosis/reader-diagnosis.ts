import { beginConversation, readConversation, type Conversation } from '../../core/assistant/browser.ts';
import { pageSearch } from '../search/browser.ts';
import { DiagnosisPage } from './diagnosis-page.ts';
import { readKept } from './kept-conversation.ts';
import { openSiteFiles } from './site-files.ts';
import { Talk } from './talk.ts';
import type { DiagnosisSettings } from './settings.ts';

const MOST_HITS = 8;

/** Lets the browser carry out the form of the page, and keeps the conversation on this device. */
export function defineReaderDiagnosis(): void {
  if (!customElements.get('reader-diagnosis')) customElements.define('reader-diagnosis', ReaderDiagnosis);
}

class ReaderDiagnosis extends HTMLElement {
  connectedCallback(): void {
    const { settings } = this.dataset;
    const view = this.querySelector<HTMLElement>('[data-view]');
    const live = this.querySelector<HTMLElement>('[data-live]');
    if (!settings || !view || !live) return;
    // The page wrote the attribute with JSON.stringify of such settings.
    void this.#start(JSON.parse(settings) as DiagnosisSettings, view, live);
  }

  async #start(settings: DiagnosisSettings, view: HTMLElement, live: HTMLElement): Promise<void> {
    view.hidden = false;
    const files = openSiteFiles(settings);
    const search = pageSearch(settings.api);
    const page = new DiagnosisPage(view, live, settings.words);
    const parameters = new URLSearchParams(location.search);
    const start =
      readConversation(this.dataset['conversation'] ?? '') ?? fromAddress(parameters) ?? readKept();
    let talk: Talk;
    try {
      const ask = (query: string, lang: DiagnosisSettings['lang']) =>
        search({ query, lang, limit: MOST_HITS, passages: false }, new AbortController().signal);
      talk = new Talk(await files.knowledge(), settings, files, ask, start ?? beginConversation());
    } catch {
      // Without the model the server's form still works; a static page says what is missing.
      if (!settings.api) page.announce(settings.words.stepMissing);
      return;
    }
    // The words of the address are in the conversation now: a reload must not say them again.
    if (location.search !== '') history.replaceState(history.state, '', location.pathname);
    // What the server has drawn stays, with its notice.
    const isDrawn = this.dataset['conversation'] !== undefined;
    const words = parameters.get('q')?.trim() ?? '';
    if (!isDrawn && words !== '') talk.say(words);
    await page.attach(talk, isDrawn || !start);
  }
}

/** A guide or words in the address begin a new conversation; without them, undefined. */
function fromAddress(parameters: URLSearchParams): Conversation | undefined {
  const hasWords = (parameters.get('q') ?? '').trim() !== '';
  if (!hasWords && !parameters.has('article')) return undefined;
  return beginConversation(parameters.get('article') ?? undefined);
}
