import type { Language, Sector } from '../../core/article/browser.ts';
import type { CopiedStep } from '../../core/copy/browser.ts';

/** A guide in the list of the agents' page. */
export interface DeskGuide {
  readonly id: string;
  readonly lang: Language;
  readonly title: string;
  readonly url: string;
  readonly sector: Sector;
  /** One step of the guide, when only that was copied earlier. */
  readonly step?: { readonly key: string; readonly action: string };
}

/** One line that can be chosen. */
export type DeskRow =
  | { readonly kind: 'guide'; readonly guide: DeskGuide }
  | { readonly kind: 'step'; readonly guide: DeskGuide; readonly step: CopiedStep; readonly number: number };

/** The list of the agents' page. A value; {@link advanceDesk} makes the next one. */
export interface Desk {
  readonly guides: readonly DeskGuide[];
  /** The guide whose steps are shown, with the steps. */
  readonly open: { readonly guide: DeskGuide; readonly steps: readonly CopiedStep[] } | undefined;
  /** Index into {@link deskRows}; -1 when there is no row. */
  readonly active: number;
  /** The agent has moved, opened or pointed since the last keystroke: no row may move. */
  readonly isHeld: boolean;
}

export type DeskEvent =
  | { readonly kind: 'typed' }
  | { readonly kind: 'pointed' }
  | { readonly kind: 'listed'; readonly guides: readonly DeskGuide[] }
  | { readonly kind: 'moved'; readonly by: 1 | -1 }
  | { readonly kind: 'chosen'; readonly row: number }
  | { readonly kind: 'opened'; readonly guide: DeskGuide; readonly steps: readonly CopiedStep[] }
  | { readonly kind: 'closed' };

export const EMPTY_DESK: Desk = { guides: [], open: undefined, active: -1, isHeld: false };

/** The lines of the list from top to bottom, the steps below the guide that is open. */
export function deskRows({ guides, open }: Desk): DeskRow[] {
  return guides.flatMap((guide): DeskRow[] => {
    const row = { kind: 'guide', guide } as const;
    if (open?.guide !== guide) return [row];
    return [
      row,
      ...open.steps.map((step, index) => ({ kind: 'step', guide, step, number: index + 1 }) as const),
    ];
  });
}

/**
 * The list after an event. The first guide is chosen as soon as there is one, so that Enter copies it.
 * While the list is held, guides that arrive join at the end.
 */
export function advanceDesk(desk: Desk, event: DeskEvent): Desk {
  const rows = deskRows(desk);
  switch (event.kind) {
    case 'typed':
      return { ...desk, isHeld: false };
    case 'pointed':
      return desk.isHeld ? desk : { ...desk, isHeld: true };
    case 'listed':
      return list(desk, event.guides);
    case 'moved':
      return { ...desk, active: clamp(desk.active + event.by, rows.length), isHeld: true };
    case 'chosen':
      return { ...desk, active: clamp(event.row, rows.length), isHeld: true };
    case 'opened':
      return open(desk, event.guide, event.steps);
    case 'closed':
      return desk.open ? { ...desk, open: undefined, active: desk.guides.indexOf(desk.open.guide) } : desk;
  }
}

function list(desk: Desk, guides: readonly DeskGuide[]): Desk {
  if (!desk.isHeld || desk.guides.length === 0) {
    return { ...desk, guides, open: undefined, active: guides.length > 0 ? 0 : -1 };
  }
  const known = new Set(desk.guides.map(({ id }) => id));
  return { ...desk, guides: [...desk.guides, ...guides.filter(({ id }) => !known.has(id))] };
}

/** Opens a guide and goes to its first step; a guide that left the list meanwhile stays closed. */
function open(desk: Desk, guide: DeskGuide, steps: readonly CopiedStep[]): Desk {
  const place = desk.guides.indexOf(guide);
  if (place === -1) return desk;
  return { ...desk, open: { guide, steps }, active: steps.length > 0 ? place + 1 : place, isHeld: true };
}

function clamp(row: number, length: number): number {
  return Math.max(length === 0 ? -1 : 0, Math.min(row, length - 1));
}
