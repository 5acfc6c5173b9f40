import { deskRows, type Desk, type DeskRow } from './desk.ts';
import type { DeskSettings } from './desk-parts.ts';
import { fillIn, type DeskWords } from './desk-words.ts';

/** The list of the agents' page as a tree: guides, and the steps of the one that is open. */
export interface DeskView {
  draw(desk: Desk): void;
  /** The row that a node of the list belongs to; -1 for none. */
  rowOf(node: EventTarget | null): number;
  /** Whether a node is the mark that opens and closes a guide. */
  isOpener(node: EventTarget | null): boolean;
}

/** Gives what draws the list into `tree`; `field` is the box that keeps the focus. */
export function createDeskView(
  tree: HTMLElement,
  field: HTMLInputElement,
  { sectorNames }: Pick<DeskSettings, 'sectorNames'>,
): DeskView {
  let shown = '';
  const drawRow = (row: DeskRow, index: number, { open }: Desk): HTMLElement => {
    const item = create('li', row.kind === 'guide' ? 'desk__guide' : 'desk__step');
    item.id = `${tree.id}-${index}`;
    item.setAttribute('role', 'treeitem');
    item.setAttribute('aria-level', row.kind === 'guide' ? '1' : '2');
    item.dataset['row'] = String(index);
    if (row.kind === 'step') {
      const number = create('span', 'desk__number', String(row.number));
      item.append(number, ' ', create('span', 'desk__title', row.step.action));
      return item;
    }
    const { guide } = row;
    const isOpen = open?.guide === guide;
    // What was copied as one step is copied so again, and has nothing to open.
    if (!guide.step) item.setAttribute('aria-expanded', String(isOpen));
    const opener = create('span', 'desk__opener', guide.step ? '' : '›');
    opener.setAttribute('aria-hidden', 'true');
    item.append(opener, create('span', 'desk__title', guide.title), ' ');
    if (guide.step) item.append(create('span', 'desk__step-of', `${guide.step.action} `));
    item.append(
      create('span', 'desk__sector', `${sectorNames[guide.sector] ?? ''} · ${guide.lang.toUpperCase()}`),
    );
    return item;
  };

  return {
    draw(desk) {
      const rows = deskRows(desk);
      const now = JSON.stringify(rows.map((row) => [row.guide, row.kind === 'step' && row.number]));
      // Nodes stay while the rows stay, so that a click that began on one ends on it.
      if (now !== shown) {
        tree.replaceChildren(...rows.map((row, index) => drawRow(row, index, desk)));
        shown = now;
      }
      [...tree.children].forEach((item, index) => {
        item.setAttribute('aria-selected', String(index === desk.active));
      });
      const chosen = tree.children[desk.active];
      if (chosen) field.setAttribute('aria-activedescendant', chosen.id);
      else field.removeAttribute('aria-activedescendant');
      field.setAttribute('aria-expanded', String(rows.length > 0));
      chosen?.scrollIntoView({ block: 'nearest' });
    },
    rowOf(node) {
      const item = node instanceof Element ? node.closest<HTMLElement>('[data-row]') : null;
      return item ? Number(item.dataset['row']) : -1;
    },
    isOpener: (node) => node instanceof Element && node.closest('.desk__opener') !== null,
  };
}

/** The words of a list for people who do not see it. */
export function describeDesk({ guides }: Desk, words: DeskWords): string {
  return guides.length === 0 ? words.none : fillIn(words.count, { n: String(guides.length) });
}

function create(tag: 'li' | 'span', className: string, text = ''): HTMLElement {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
