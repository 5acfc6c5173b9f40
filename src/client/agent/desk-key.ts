import type { DeskRow } from './desk.ts';

/** What a key does at the desk. */
export type DeskCommand =
  | {
      readonly kind:
        'up' | 'down' | 'open' | 'close' | 'copy' | 'visit' | 'clear' | 'help' | 'switch-language';
    }
  /** `index` counts the forms of the desk from 0; there need not be one. */
  | { readonly kind: 'form'; readonly index: number };

export interface DeskPress {
  readonly key: string;
  /** The place of the key on the keyboard: with Alt, `key` differs by country. */
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export interface DeskSituation {
  /** The kind of the chosen row. */
  readonly row: DeskRow['kind'] | undefined;
  /** The steps of the chosen guide are shown. */
  readonly isOpen: boolean;
  readonly isBoxEmpty: boolean;
  readonly isCaretAtEnd: boolean;
}

/** What a key press in the box means; undefined leaves it to the box. */
export function readDeskKey(press: DeskPress, situation: DeskSituation): DeskCommand | undefined {
  const { row, isOpen, isBoxEmpty, isCaretAtEnd } = situation;
  if (press.altKey) return readAltKey(press);
  if (press.ctrlKey || press.metaKey) return press.key === 'Enter' && row ? { kind: 'visit' } : undefined;
  switch (press.key) {
    case 'ArrowDown':
      return { kind: 'down' };
    case 'ArrowUp':
      return { kind: 'up' };
    case 'ArrowRight':
      if (row !== 'guide' || !isCaretAtEnd) return undefined;
      return { kind: isOpen ? 'down' : 'open' };
    case 'Tab':
      // Once the steps are shown, Tab goes on to the rest of the page.
      return row === 'guide' && !isOpen && !press.shiftKey ? { kind: 'open' } : undefined;
    case 'ArrowLeft':
      return isOpen ? { kind: 'close' } : undefined;
    case 'Enter':
      return { kind: 'copy' };
    case 'Escape':
      return isOpen ? { kind: 'close' } : { kind: 'clear' };
    case '?':
      return isBoxEmpty ? { kind: 'help' } : undefined;
    default:
      return undefined;
  }
}

function readAltKey({ code, ctrlKey, metaKey }: DeskPress): DeskCommand | undefined {
  // Ctrl with Alt is AltGr, which writes characters.
  if (ctrlKey || metaKey) return undefined;
  if (code === 'KeyL') return { kind: 'switch-language' };
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : { kind: 'form', index: Number(digit) - 1 };
}
