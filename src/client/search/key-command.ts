/** What a key does in a combobox. */
export type KeyCommand =
  'next' | 'previous' | 'first' | 'last' | 'take' | 'close' | 'clear' | 'release' | 'leave';

export interface KeySituation {
  readonly key: string;
  readonly isOpen: boolean;
  /** A row is chosen. */
  readonly isOnRow: boolean;
  /** The field has several lines and the caret is not at the end of the words. */
  readonly isWithinLines: boolean;
  readonly isEmpty: boolean;
}

/**
 * What a key means: the editable combobox with list autocomplete of the ARIA Authoring Practices.
 * Undefined leaves the key to the field. Home and End go through the rows once one is chosen, and
 * through the words until then.
 */
export function readKey({
  key,
  isOpen,
  isOnRow,
  isWithinLines,
  isEmpty,
}: KeySituation): KeyCommand | undefined {
  const rowsTakeArrows = isOnRow || !isWithinLines;
  switch (key) {
    case 'ArrowDown':
      return rowsTakeArrows ? 'next' : undefined;
    case 'ArrowUp':
      return isOpen && rowsTakeArrows ? 'previous' : undefined;
    case 'Home':
      return isOnRow ? 'first' : undefined;
    case 'End':
      return isOnRow ? 'last' : undefined;
    case 'ArrowLeft':
    case 'ArrowRight':
      return isOnRow ? 'release' : undefined;
    case 'Enter':
      return isOnRow ? 'take' : undefined;
    case 'Escape':
      if (isOpen) return 'close';
      return isEmpty ? undefined : 'clear';
    case 'Tab':
      return isOpen ? 'leave' : undefined;
    default:
      return undefined;
  }
}
