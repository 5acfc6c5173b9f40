import type { SearchHit, SearchResponse } from '../../core/search/browser.ts';
import { isSector } from './api-search.ts';
import { readBox, readWish, resultsAddress, type BoxParts } from './box-parts.ts';
import { drawMarked } from './marked-text.ts';
import { pageSearch } from './page-search.ts';
import { createSearchSession, type SearchSession } from './search-session.ts';
import { searchWords } from './words.ts';

const LIMIT = 20;

/** The words of the results page, as its markup gives them; `{n}` and `{q}` are filled in. */
interface PageWords {
  readonly empty: string;
  readonly none: string;
  readonly outOfScope: string;
  readonly one: string;
  readonly many: string;
  readonly title: string;
  readonly resultsFor: string;
}

/**
 * Lets the results page answer in place: filled from the address where no server did it, and again
 * for each new wish, with title and history. What a server has already answered is left as it is.
 */
export function defineSearchPage(): void {
  if (!customElements.get('search-page')) customElements.define('search-page', SearchPage);
}

class SearchPage extends HTMLElement {
  connectedCallback(): void {
    const host = this.querySelector('search-box');
    const box = host instanceof HTMLElement ? readBox(host) : undefined;
    const view = box && readView(this);
    if (box && view) attach(this, box, view);
  }
}

interface PageView {
  readonly status: HTMLElement;
  readonly hits: HTMLElement;
  readonly template: HTMLTemplateElement;
  readonly examples: HTMLElement | undefined;
  readonly words: PageWords;
}

function readView(page: HTMLElement): PageView | undefined {
  const status = page.querySelector<HTMLElement>('[data-search-status]');
  const hits = page.querySelector<HTMLElement>('[data-search-hits]');
  const template = page.querySelector<HTMLTemplateElement>('template[data-search-hit]');
  const { words } = page.dataset;
  if (!status || !hits || !template || !words) return undefined;
  const examples = page.querySelector<HTMLElement>('[data-search-examples]') ?? undefined;
  // The page wrote the attribute with JSON.stringify of such words.
  return { status, hits, template, examples, words: JSON.parse(words) as PageWords };
}

function attach(page: HTMLElement, box: BoxParts, view: PageView): void {
  const session = createSearchSession(pageSearch(box.api), {
    answered(response) {
      draw(response, view, box);
    },
    failed() {
      view.status.textContent = searchWords(box.lang).failed;
    },
  });
  const go = () => {
    history.pushState(null, '', resultsAddress(box));
    ask(box, view, session);
  };
  box.form.addEventListener('submit', (event) => {
    event.preventDefault();
    go();
  });
  box.form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'sector') box.form.requestSubmit();
  });
  addEventListener('popstate', () => {
    readAddress(box);
    ask(box, view, session);
  });
  const asked = new URLSearchParams(location.search).get('q') ?? '';
  if (page.dataset['query'] === asked.trim()) return;
  readAddress(box);
  ask(box, view, session);
}

/** Puts the words and the sector of the address into the form. */
function readAddress({ form, field }: BoxParts): void {
  const parameters = new URLSearchParams(location.search);
  const sector = parameters.get('sector');
  field.value = (parameters.get('q') ?? '').slice(0, field.maxLength > 0 ? field.maxLength : undefined);
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="sector"]')) {
    radio.checked = radio.value === (isSector(sector) ? sector : '');
  }
}

function ask(box: BoxParts, view: PageView, session: SearchSession): void {
  const wish = readWish(box);
  nameAddress(wish.query, view.words);
  if (view.examples) view.examples.hidden = wish.query !== '';
  if (wish.query !== '') {
    session.askNow({ ...wish, lang: box.lang, limit: LIMIT });
    return;
  }
  session.cancel();
  view.hits.replaceChildren();
  view.status.textContent = view.words.empty;
}

/** The title says what was asked, and the links to the other language ask the same. */
function nameAddress(query: string, words: PageWords): void {
  document.title = query === '' ? words.title : words.resultsFor.replace('{q}', () => query);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
    link.search = location.search;
}

function draw({ results, outOfScope }: SearchResponse, view: PageView, box: BoxParts): void {
  const { words, status, hits, template } = view;
  const count = results.length === 1 ? words.one : words.many.replace('{n}', String(results.length));
  status.textContent = results.length === 0 ? words.none : outOfScope ? words.outOfScope : count;
  hits.replaceChildren(...results.map((hit) => drawHit(hit, template, box)));
}

function drawHit(
  { url, title, passage, sector }: SearchHit,
  template: HTMLTemplateElement,
  box: BoxParts,
): Node {
  const row = template.content.cloneNode(true) as DocumentFragment;
  const link = row.querySelector<HTMLAnchorElement>('a');
  if (link) {
    link.href = passage.anchor ? `${url}#${passage.anchor}` : url;
    link.textContent = title;
  }
  row.querySelector('[data-hit-passage]')?.replaceChildren(drawMarked(passage));
  row.querySelector('[data-hit-sector]')?.replaceChildren(box.sectorNames[sector] ?? '');
  return row;
}
