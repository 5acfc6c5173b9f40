import type { SearchHit } from '../../core/search/browser.ts';
import type { BoxParts } from './box-parts.ts';
import { resultsAddress } from './box-parts.ts';
import { drawMarked } from './marked-text.ts';
import type { ResultList } from './result-list.ts';
import type { SearchWords } from './words.ts';

/** The panel below a search box. */
export interface SuggestionView {
  /** Draws the list; rows that stay keep their nodes and their place. */
  draw(list: ResultList, note: string | undefined): void;
  /** Fixes the height of the rows, so that what joins the list moves nothing. */
  hold(): void;
  /** The node of a row, "see all" included. */
  rowAt(index: number): HTMLAnchorElement | undefined;
}

/** Fills the panel of a box with an empty listbox and gives what draws it. */
export function createSuggestionView(parts: BoxParts, words: SearchWords): SuggestionView {
  const { panel, field, sectorNames } = parts;
  const note = create('p', 'suggestions__note');
  const list = create('div', 'suggestions');
  const rows = create('div', 'suggestions__rows');
  const all = create('a', 'suggestion suggestion--all');
  list.id = `${field.id}-list`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.listLabel);
  rows.setAttribute('role', 'presentation');
  makeRow(all, `${list.id}-all`);
  all.textContent = words.seeAll;
  list.append(rows, all);
  panel.append(note, list);
  let drawn: readonly SearchHit[] = [];

  const rowAt = (index: number) => {
    const row = index === drawn.length ? all : rows.children[index];
    return row instanceof HTMLAnchorElement ? row : undefined;
  };
  return {
    rowAt,
    hold() {
      if (drawn.length > 0) rows.style.maxHeight = `${rows.offsetHeight}px`;
    },
    draw({ options, active, isHeld }, text) {
      if (!isHeld) rows.style.maxHeight = '';
      note.textContent = text ?? '';
      note.hidden = text === undefined;
      all.href = resultsAddress(parts);
      const kept = options.findIndex((option, index) => option !== drawn[index]);
      const from = kept === -1 ? options.length : kept;
      while (rows.children.length > from) rows.lastElementChild?.remove();
      options.slice(from).forEach((option, index) => {
        rows.append(drawRow(option, `${list.id}-${from + index}`, sectorNames[option.sector] ?? ''));
      });
      drawn = options;
      for (const row of [...rows.children, all]) row.setAttribute('aria-selected', 'false');
      const chosen = active < 0 ? undefined : rowAt(active);
      chosen?.setAttribute('aria-selected', 'true');
      chosen?.scrollIntoView({ block: 'nearest' });
      if (chosen) field.setAttribute('aria-activedescendant', chosen.id);
      else field.removeAttribute('aria-activedescendant');
    },
  };
}

function drawRow({ url, title, passage }: SearchHit, id: string, sectorName: string): HTMLAnchorElement {
  const row = create('a', 'suggestion');
  makeRow(row, id);
  row.href = url;
  const heading = create('span', 'suggestion__title');
  heading.textContent = title;
  const sector = create('span', 'suggestion__sector');
  sector.textContent = sectorName;
  const text = create('span', 'suggestion__passage');
  text.append(drawMarked(passage));
  row.append(heading, ' ', sector, ' ', text);
  return row;
}

function makeRow(row: HTMLAnchorElement, id: string): void {
  row.id = id;
  row.tabIndex = -1;
  row.setAttribute('role', 'option');
}

function create<Tag extends 'a' | 'div' | 'p' | 'span'>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
