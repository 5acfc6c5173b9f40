import type { InboxView } from '../../core/ticket/browser.ts';

/** What a key does in the inbox. */
export type InboxCommand =
  | {
      readonly kind:
        | 'down'
        | 'up'
        | 'open'
        | 'back'
        | 'reply'
        | 'note'
        | 'take'
        | 'give-back'
        | 'close'
        | 'priority'
        | 'macro'
        | 'draft'
        | 'undo'
        | 'search'
        | 'palette'
        | 'send'
        | 'leave-box'
        | 'show-new'
        | 'shortcuts'
        | 'await-view';
    }
  | { readonly kind: 'view'; readonly view: InboxView }
  | { readonly kind: 'suggestion'; readonly index: number };

export interface InboxPress {
  readonly key: string;
  /** The place of the key on the keyboard: with Alt, `key` differs by country. */
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export interface InboxSituation {
  /** The focus is in a field, where letters are letters. */
  readonly isTyping: boolean;
  /** It is in the box of the reply. */
  readonly isInBox: boolean;
  /** It is on the messages, which the arrows move. */
  readonly isOnMessages: boolean;
  /** Something lies over the inbox, which has keys of its own. */
  readonly hasDialog: boolean;
  /** The key before was `g`. */
  readonly awaitsView: boolean;
}

/** The single keys, each with what it does; nowhere but outside of fields. */
const KEYS: Readonly<Record<string, InboxCommand>> = {
  j: { kind: 'down' },
  ArrowDown: { kind: 'down' },
  k: { kind: 'up' },
  ArrowUp: { kind: 'up' },
  o: { kind: 'open' },
  u: { kind: 'back' },
  Escape: { kind: 'back' },
  r: { kind: 'reply' },
  n: { kind: 'note' },
  a: { kind: 'take' },
  A: { kind: 'give-back' },
  c: { kind: 'close' },
  e: { kind: 'priority' },
  m: { kind: 'macro' },
  d: { kind: 'draft' },
  z: { kind: 'undo' },
  '.': { kind: 'show-new' },
  '/': { kind: 'search' },
  '?': { kind: 'shortcuts' },
  g: { kind: 'await-view' },
};

/** The key after `g`, and the view that it leads to. */
export const VIEW_KEYS = {
  m: 'mine',
  u: 'unassigned',
  w: 'waiting',
  l: 'late',
  a: 'all',
  s: 'solved',
  h: 'held',
} as const satisfies Readonly<Record<string, InboxView>>;

/** What a key press means; undefined leaves it to the browser. */
export function readInboxKey(press: InboxPress, situation: InboxSituation): InboxCommand | undefined {
  const { isTyping, isInBox, isOnMessages, hasDialog, awaitsView } = situation;
  if (hasDialog) return undefined;
  if (press.ctrlKey || press.metaKey) return press.altKey ? undefined : readControlKey(press, isInBox);
  if (press.altKey) return readAltKey(press);
  if (isTyping) return press.key === 'Escape' ? { kind: 'leave-box' } : undefined;
  if (awaitsView) {
    const view = Object.entries(VIEW_KEYS).find(([key]) => key === press.key)?.[1];
    return view && { kind: 'view', view };
  }
  if (isOnMessages && press.key.startsWith('Arrow')) return undefined;
  return Object.hasOwn(KEYS, press.key) ? KEYS[press.key] : undefined;
}

function readControlKey({ key }: InboxPress, isInBox: boolean): InboxCommand | undefined {
  if (key.toLowerCase() === 'k') return { kind: 'palette' };
  return key === 'Enter' && isInBox ? { kind: 'send' } : undefined;
}

function readAltKey({ code }: InboxPress): InboxCommand | undefined {
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : { kind: 'suggestion', index: Number(digit) - 1 };
}
