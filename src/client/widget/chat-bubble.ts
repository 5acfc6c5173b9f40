import { attachOpener } from './opener.ts';
import { readLanguage, readPlace } from './place.ts';

/**
 * The bubble of each page: a link to the diagnosis, which opens it here, beside the page. Until it is touched,
 * only this file is there.
 */
class ChatBubble extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link || this.shadowRoot || !('adoptedStyleSheets' in document)) return;
    const root = this.attachShadow({ mode: 'open' });
    root.append(document.createElement('slot'));
    attachOpener(
      link,
      async () => {
        const { openPanel } = await import('./panel.ts');
        const lang = readLanguage(document.documentElement.lang);
        return openPanel({ root, opener: link, lang, place: readPlace(this.dataset), site: '' });
      },
      () => {
        location.assign(link.href);
      },
    );
  }
}

customElements.define('chat-bubble', ChatBubble);
