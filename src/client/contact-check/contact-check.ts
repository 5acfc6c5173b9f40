import { matchContact, type ContactMatch, type Language, type Service } from '../../core/article/browser.ts';

/** What a check can end in: a match, or a directory that did not come. */
type Result = ContactMatch | { readonly outcome: 'failed' };

/**
 * Compares a pasted contact with the directory, on the device. The words for each outcome stand in the
 * page as templates; `{service}`, `{site}`, `{source}`, `{checked}` and `{text}` are filled in here.
 */
class ContactCheck extends HTMLElement {
  #directory: Promise<readonly Service[]> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      const pasted = new FormData(form).get('contact');
      if (typeof pasted === 'string') void this.check(pasted);
    });
  }

  private async check(pasted: string): Promise<void> {
    this.#directory ??= fetchDirectory(this.dataset['directory'] ?? '');
    try {
      this.show(matchContact(pasted, await this.#directory));
    } catch {
      // Offline before the directory was kept: say so, and let the next attempt fetch again.
      this.#directory = undefined;
      this.show({ outcome: 'failed' });
    }
  }

  private show(match: Result): void {
    const template = this.querySelector<HTMLTemplateElement>(`template[data-outcome="${match.outcome}"]`);
    const result = this.querySelector('[data-result]');
    if (!template || !result) return;
    const found = template.content.cloneNode(true) as DocumentFragment;
    const lang: Language = this.dataset['lang'] === 'en' ? 'en' : 'id';
    const values = wordsFor(match, lang);
    for (const paragraph of found.querySelectorAll('p')) {
      if (!paragraph.querySelector('a')) paragraph.textContent = fill(paragraph.textContent, values);
    }
    const link = found.querySelector<HTMLAnchorElement>('[data-service-link]');
    if (link && 'service' in match) {
      link.href += `${match.service.slug}/`;
      link.textContent += `: ${match.service.name}`;
    }
    result.replaceChildren(found);
  }
}

function wordsFor(match: Result, lang: Language): Readonly<Record<string, string>> {
  if (!('service' in match)) return {};
  const { service } = match;
  const words = { service: service.name, site: service.officialSite };
  if (match.outcome === 'lookAlike') return { ...words, text: match.host };
  if (match.outcome !== 'official') return words;
  const { source, checked } = match.channel;
  const date = new Intl.DateTimeFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return { ...words, source: new URL(source).hostname, checked: date.format(new Date(checked)) };
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole);
}

async function fetchDirectory(url: string): Promise<readonly Service[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The directory answered ${response.status}.`);
  // Made by this site's own build from checked content.
  return (await response.json()) as readonly Service[];
}

customElements.define('contact-check', ContactCheck);
